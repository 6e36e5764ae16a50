package org.tongban.template.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Language;
import org.tongban.core.publicform.PublicForms;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What a portal hands in about an approved proposal, and who reads it. */
@TongbanTest
@Tag("PO-4")
class CommentTest {
    private final ProposalSteps steps;
    private final PublicForms forms;
    private final PublicForms.Registered form;

    CommentTest(Tongban tongban) {
        this.steps = new ProposalSteps(tongban);
        this.forms = tongban.context().getBean(PublicForms.class);
        this.form = forms.find("template-programme", "comment").orElseThrow();
    }

    private static JsonNode comment(String proposal, String text) {
        return Api.json("{'proposal': '%s', 'text': '%s'}".formatted(proposal, text));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void the_form_is_open_about_what_is_public_and_nothing_else() {
        var path = steps.submitted("庚方案");
        assertThat(forms.open(form, UUID.fromString(id(path)))).isEmpty();
        assertThat(forms.open(form, UUID.randomUUID())).isEmpty();

        steps.decide(path, "{'decision': 'approve'}");

        assertThat(forms.open(form, UUID.fromString(id(path)))).isPresent();
        assertThat(forms.about("proposals")).contains(form);
    }

    @Test
    void what_is_wrong_or_about_nothing_public_is_refused() {
        var path = steps.submitted("辛方案");
        steps.decide(path, "{'decision': 'approve'}");

        assertThatThrownBy(() -> forms.submit(form, comment(id(path), "好"))).hasMessageContaining("/text");
        assertThatThrownBy(() -> forms.submit(form, comment(UUID.randomUUID().toString(), "没有的申请")))
                .hasMessageContaining("not-found");
        assertThat(steps.organisation.get(path + "/comments").json().path("items"))
                .isEmpty();
        assertThat(forms.follow("TP2026-0000001-0", "guess", Language.ZH)).isEmpty();
        assertThat(steps.other.get(path + "/comments").status()).isEqualTo(404);
    }
}
