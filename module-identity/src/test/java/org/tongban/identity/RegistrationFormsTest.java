package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.IdentitySteps.PLATFORM;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.state.Move;
import org.tongban.core.state.State;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What portals and people find of the registrations without registering (ID-42). */
@TongbanTest
@Tag("ID-42")
class RegistrationFormsTest {
    private static final List<String> FORMS = List.of(
            "person",
            "organisation",
            "handler-link",
            "enrol-in-province",
            "enrol-out-of-province",
            "create-user",
            "enrol-non-mainland",
            "enrol-project",
            "recover");

    private final Tongban tongban;

    RegistrationFormsTest(Tongban tongban) {
        this.tongban = tongban;
    }

    @Test
    void every_registration_has_its_form() {
        for (var form : FORMS) {
            var shown = tongban.anonymous().get(PLATFORM + "/forms/identity/" + form + "/1");
            assertThat(shown.status()).as(form).isEqualTo(200);
            assertThat(shown.json().path("schema").path("properties")).as(form).isNotEmpty();
        }
    }

    @Test
    void the_docs_draw_each_state_and_each_move_and_say_them_in_a_table() {
        var page = tongban.anonymous().get("/docs/states?lang=zh");
        assertThat(page.status()).isEqualTo(200);
        var machines = new IdentityModule().stateMachines();
        assertThat(machines).hasSizeGreaterThan(5);
        for (var machine : machines) {
            var from = page.text().indexOf("<section id=\"" + machine.id() + "\">");
            assertThat(from).as(machine.id()).isPositive();
            var drawn = page.text().substring(from, page.text().indexOf("</section>", from));
            for (State state : machine.states()) {
                assertThat(drawn).contains(">" + state.title().zh() + "</text>", ">" + state.code() + "</text>");
            }
            for (Move<?> move : machine.moves()) {
                assertThat(drawn).contains(">" + move.code() + "</text>", ">" + move.code() + "</td>");
            }
        }
        assertThat(page.text()).doesNotContain("style=");
        assertThat(tongban.anonymous().get("/docs?lang=zh").text()).contains("/docs/states");
    }
}
