package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A filing begins with what an earlier one says, and asks anew for what is of its year. */
@TongbanTest
@Tag("CO-32b")
class CopyTest {
    @Test
    void a_new_draft_takes_over_all_but_figures_statements_and_files(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var earlier = steps.complete("照抄巡检仪");
        assertThat(steps.submit(earlier).status()).isEqualTo(200);
        var before = steps.unit.get(OWN + "/products/" + earlier);

        var answer = steps.unit.post(OWN + "/products/" + earlier + "/copy");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var copy = steps.unit.get(answer.header("Location")).json();
        assertThat(copy.path("state").asText()).isEqualTo("draft");
        assertThat(copy.path("id")).isNotEqualTo(before.json().path("id"));
        var product = copy.path("product");
        assertThat(product.path("name").asText()).isEqualTo("照抄巡检仪");
        assertThat(product.path("categoryCode"))
                .isEqualTo(before.json().path("product").path("categoryCode"));
        for (var field : new String[] {"sales", "exports", "netProfit", "declarations", "mainPicture"}) {
            assertThat(before.json().path("product").has(field)).as(field).isTrue();
            assertThat(product.has(field)).as(field).isFalse();
        }
        assertThat(copy.path("patents")).isEqualTo(before.json().path("patents"));
        assertThat(before.json().path("evidence").has("economicProof")).isTrue();
        assertThat(copy.path("evidence").has("economicProof")).isFalse();
        assertThat(steps.unit.get(OWN + "/products/" + earlier).json()).isEqualTo(before.json());
    }

    @Test
    @Tag("CO-28")
    void nobody_copies_what_is_anothers(Tongban tongban) {
        var draft = new FilingSteps(tongban).draft();
        assertThat(tongban.as("unit-b")
                        .post(OWN + "/products/" + draft + "/copy")
                        .status())
                .isEqualTo(404);
        assertThat(tongban.anonymous()
                        .post(OWN + "/products/" + draft + "/copy")
                        .status())
                .isEqualTo(401);
    }
}
