package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.form.SampleDocuments.tree;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CO-32b")
class FormCopyTest {
    private static final String SCHEMA = """
        {"type":"object","properties":{
          "name":{"type":"string"},
          "sales":{"type":"string","x-yearly":true},
          "picture":{"$ref":"#/$defs/file"},
          "proofs":{"type":"array","items":{"$ref":"#/$defs/file"}},
          "office":{"type":"object","properties":{"place":{"type":"string"},"rent":{"type":"string","x-yearly":true}}},
          "rows":{"type":"array","items":{"$ref":"#/$defs/row"}}},
         "$defs":{"file":{"type":"string","x-slot":"a/b"},
          "row":{"type":"object","properties":{"kind":{"type":"string"},"amount":{"type":"integer","x-yearly":true}}}}}
        """;

    @Test
    void leaves_out_what_is_of_its_year_and_files_wherever_they_stand() {
        var copy = FormCopy.of(tree("""
            {"name":"a","sales":"1","picture":"p","proofs":["p"],"office":{"place":"here","rent":"2"},
             "rows":[{"kind":"k","amount":3},{"kind":"l"}]}
            """), tree(SCHEMA));

        assertThat(copy).isEqualTo(tree("""
            {"name":"a","office":{"place":"here"},"rows":[{"kind":"k"},{"kind":"l"}]}
            """));
    }
}
