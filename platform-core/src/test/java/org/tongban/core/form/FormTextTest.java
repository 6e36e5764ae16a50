package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.form.SampleDocuments.tree;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CO-72")
@Tag("CO-31")
class FormTextTest {
    private static final String SCHEMA = """
        {"type":"object","properties":{"name":{"type":"string"},"lines":{"type":"string","x-lines":true},
         "code":{"type":"string","x-fold":"identifier"},"n":{"type":"integer"},
         "list":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}}}}
        """;

    private static void assertNormalised(String document, String canonical) {
        assertThat(FormText.normalise(tree(document), tree(SCHEMA))).isEqualTo(tree(canonical));
    }

    @Test
    void trims_text_and_composes_it() {
        assertNormalised("{\"name\":\"\u3000\u00a0 e\u0301  x \",\"n\":1}", "{\"name\":\"é  x\",\"n\":1}");
    }

    @Test
    void folds_line_ends() {
        assertNormalised("{\"lines\":\"a\\r\\nb\\n\"}", "{\"lines\":\"a\\nb\"}");
    }

    @Test
    void folds_identifiers() {
        assertNormalised("{\"code\":\" ９１ab-c \"}", "{\"code\":\"91AB-C\"}");
    }

    @Test
    void takes_an_emptied_text_for_an_absent_one() {
        assertNormalised("{\"name\":\"  \",\"list\":[{\"name\":\"\"}]}", "{\"list\":[{}]}");
    }

    @Test
    void leaves_what_the_schema_does_not_know_for_the_check_to_find() {
        assertNormalised(
                "{\"other\":\" \",\"name\":5,\"list\":\"\u3000x\"}", "{\"other\":\" \",\"name\":5,\"list\":\"x\"}");
    }
}
