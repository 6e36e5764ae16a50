package org.tongban.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
@Tag("CO-70")
class ReferenceTest {
    private static final String SETS = "/api/platform/v1/reference/";

    private final Api anyone;

    ReferenceTest(Tongban tongban) {
        anyone = tongban.anonymous();
    }

    @Test
    void lists_a_set_by_parent_and_by_keyword() {
        assertThat(anyone.get(SETS + "gbt4754").json().path("items")).hasSize(117);
        assertThat(anyone.get(SETS + "gbt4754?parent=").json().path("items")).hasSize(20);
        assertThat(anyone.get(SETS + "gbt4754?parent=I").json().path("items")).hasSize(3);
        assertThat(anyone.get(SETS + "gbt4754?q=%E5%8C%BB%E8%8D%AF").json().findValuesAsText("code"))
                .containsExactly("27");
    }

    @Test
    void marks_the_demonstration_of_the_product_classification() {
        var items = anyone.get(SETS + "product-category").json().path("items");
        assertThat(items)
                .isNotEmpty()
                .allMatch(item -> item.path("demonstration").asBoolean());
    }

    @Test
    void gives_each_answer_an_etag_of_its_content() {
        var etag = anyone.get(SETS + "gbt4754").etag();
        assertThat(etag).isNotEmpty().isEqualTo(anyone.get(SETS + "gbt4754").etag());
        assertThat(anyone.get(SETS + "gbt4754?parent=I").etag()).isNotEqualTo(etag);
    }

    @Test
    void knows_no_other_set() {
        assertThat(anyone.get(SETS + "no-such-set").status()).isEqualTo(404);
    }
}
