package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.form.Forms;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What the forms of a filing keep from the public. */
@TongbanTest
@Tag("PF-31")
class FilingFormsTest {
    @Test
    void lets_out_to_the_public_only_what_is_marked_so(Tongban tongban) {
        var properties = tongban.context()
                .getBean(Forms.class)
                .schema(ProductFilingModule.PRODUCT_FORM)
                .path("properties");

        assertThat(properties.properties())
                .allSatisfy(property -> assertThat(
                                property.getValue().path("x-public").asText())
                        .as(property.getKey())
                        .isIn("filed", "never"));
        assertThat(List.of("sales", "exports", "netProfit", "outputValue", "grossMargin", "totalCost", "purposes"))
                .allSatisfy(name -> assertThat(
                                properties.path(name).path("x-public").asText())
                        .isEqualTo("never"));
    }
}
