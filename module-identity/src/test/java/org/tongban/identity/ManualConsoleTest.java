package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.ManualSteps.NON_MAINLAND;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.ManualSteps.Applicant;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What the officer has before them in the console: what was typed, and the images beside it (ID-25, CO-47b). */
@TongbanTest
@Tag("ID-25")
@Tag("CO-47b")
class ManualConsoleTest {
    private final ManualSteps manual;
    private final Tongban tongban;

    ManualConsoleTest(Tongban tongban) {
        this.tongban = tongban;
        this.manual = new ManualSteps(new IdentitySteps(tongban));
    }

    @Test
    void images_stand_in_the_case_at_reading_size_and_turn_and_grow_without_script() {
        var form = manual.nonMainland(Applicant.fresh());
        var id = manual.enrolled(NON_MAINLAND, form).path("id").asText();
        var officer = tongban.as("identity-reviewer");
        var page = officer.with("Accept", "text/html")
                .get("/console/reviews/" + manual.review(id).path("id").asText());
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        for (var field : new String[] {"incorporationCertificate", "handlerIdImage"}) {
            var file = form.path(field).asText();
            assertThat(page.text())
                    .contains("<img src=\"/console/files/" + file + "\"")
                    .contains("name=\"turn-" + file + "\"")
                    .contains("name=\"zoom-" + file + "\"");
        }
        assertThat(page.text())
                .contains("南洋仪器有限公司")
                .as("what is never kept is not shown as missing")
                .doesNotContain(
                        "人脸核验",
                        "Face verification",
                        "短信验证码",
                        "SMS code",
                        form.path("handlerIdNumber").asText(),
                        form.path("phone").asText())
                .doesNotContain("style=");
        assertThat(page.header("Content-Security-Policy")).doesNotContain("unsafe");
    }

    @Test
    @Tag("CO-55")
    void each_look_at_the_image_of_an_id_is_in_the_trail() {
        var form = manual.nonMainland(Applicant.fresh());
        manual.enrolled(NON_MAINLAND, form);
        var image = form.path("handlerIdImage").asText();
        var officer = tongban.as("identity-reviewer");
        for (int i = 0; i < 2; i++) {
            var seen = officer.get("/console/files/" + image);
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        officer.get("/console/files/" + form.path("incorporationCertificate").asText());
        var trail = tongban.as("auditor")
                .get(PLATFORM + "/audit?action=platform.file.read-identity&subject=" + image)
                .json()
                .path("items");

        assertThat(trail).as(trail.toString()).hasSize(2);
    }
}
