package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The wrong forms of each step of a filing. */
@TongbanTest
class WrongInputTest {
    @Test
    @Tag("CO-10b")
    void a_body_that_is_no_json_is_refused(Tongban tongban) {
        var steps = new FilingSteps(tongban);
        var path = OWN + "/products/" + steps.draft() + "/product";

        var refused = steps.unit.with("If-Match", steps.unit.get(path).etag()).json("PUT", path, "{\"name\": ");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    }

    @Test
    @Tag("CO-10b")
    @Tag("CO-14")
    void wrong_types_unknown_properties_and_control_characters_are_refused_together(Tongban tongban) {
        var steps = new FilingSteps(tongban);
        var path = OWN + "/products/" + steps.draft() + "/product";
        var document = (ObjectNode) Api.json("{'firstProductionYear': '2022', 'colour': 'red'}");
        document.put("name", "无人机\u0000");

        var refused = steps.unit.with("If-Match", steps.unit.get(path).etag()).put(path, document);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.violations())
                .extracting(violation -> violation.split(" ")[0])
                .containsExactlyInAnyOrder("/firstProductionYear", "/colour", "/name");
    }

    @Test
    @Tag("CO-12")
    void a_save_without_the_etag_is_refused_and_so_is_a_stale_one(Tongban tongban) {
        var steps = new FilingSteps(tongban);
        var path = OWN + "/products/" + steps.draft() + "/product";
        var first = steps.unit.get(path).etag();
        var document = Api.json("{'model': 'A'}");

        assertThat(steps.unit.put(path, document).status()).isEqualTo(428);
        assertThat(steps.unit.with("If-Match", first).put(path, document).status())
                .isEqualTo(200);
        assertThat(steps.unit.with("If-Match", first).put(path, document).status())
                .isEqualTo(412);
    }

    @Test
    @Tag("CO-28")
    void another_units_product_and_patent_do_not_exist(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var product = OWN + "/products/" + steps.draft();
        var patent = OWN + "/patents/" + steps.patent("202121635235.X");
        var other = tongban.as("unit-b");

        assertThat(other.get(product).status()).isEqualTo(404);
        assertThat(other.get(product + "/evidence").status()).isEqualTo(404);
        assertThat(other.with("If-Match", "\"1\"")
                        .put(product + "/product", Api.json("{}"))
                        .status())
                .isEqualTo(404);
        assertThat(other.post(product + "/submit").status()).isEqualTo(404);
        assertThat(other.get(patent).status()).isEqualTo(404);
        assertThat(steps.unit.get(OWN + "/products/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("CO-28")
    void staff_have_no_products_and_nobody_has_any_without_a_token(Tongban tongban) {
        assertThat(tongban.as("reviewer").get(OWN + "/products").status()).isEqualTo(403);
        assertThat(tongban.anonymous().get(OWN + "/products").status()).isEqualTo(401);
    }

    @Test
    @Tag("PF-21")
    void a_patent_is_added_by_its_number_once(Tongban tongban) {
        var steps = new FilingSteps(tongban);
        steps.importRegistry();
        var other = tongban.as("unit-b");

        var added = other.post(
                OWN + "/patents", Api.json("{'patentNumber': 'ZL 2016 2 1312871.8', 'acquisition': 'original'}"));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().path("source").asText()).isEqualTo("manual");
        assertThat(added.json().path("acquisition").asText()).isEqualTo("original");
        var again =
                other.post(OWN + "/patents", Api.json("{'patentNumber': '201621312871.8', 'acquisition': 'original'}"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("duplicate-patent");
    }

    @Test
    @Tag("PF-21")
    void how_a_patent_is_held_is_demanded_and_only_what_is_known_is_taken(Tongban tongban) {
        var unit = tongban.as("unit-a");

        var silent = unit.post(OWN + "/patents", Api.json("{'patentNumber': '202121635235.X'}"));
        assertThat(silent.status()).isEqualTo(400);
        assertThat(silent.violations()).containsExactly("/acquisition required");
        var licensed =
                unit.post(OWN + "/patents", Api.json("{'patentNumber': '202121635235.X', 'acquisition': 'licensed'}"));
        assertThat(licensed.violations()).containsExactly("/acquisition enum");
    }

    @Test
    @Tag("PF-21")
    void a_wrong_check_digit_and_an_unknown_number_are_refused_for_what_they_are(Tongban tongban) {
        var unit = tongban.as("unit-a");

        var wrong =
                unit.post(OWN + "/patents", Api.json("{'patentNumber': '202121635235.1', 'acquisition': 'original'}"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.violations()).containsExactly("/patentNumber check-digit");
        var unknown = unit.post(
                OWN + "/patents", Api.json("{'patentNumber': 'ZL201510958772.0', 'acquisition': 'original'}"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.code()).isEqualTo("patent-unknown");
    }

    @Test
    @Tag("CO-11")
    void unknown_parameters_choices_limits_and_cursors_are_refused(Tongban tongban) {
        var unit = tongban.as("unit-a");

        assertThat(unit.get(OWN + "/patents?colour=red").status()).isEqualTo(400);
        assertThat(unit.get(OWN + "/products?state=lost&limit=101").violations())
                .containsExactlyInAnyOrder("/state enum", "/limit maximum");
        assertThat(unit.get(OWN + "/products?cursor=abc").code()).isEqualTo("bad-cursor");
    }

    @Test
    @Tag("CO-35")
    void a_picture_that_is_none_is_refused(Tongban tongban) {
        var refused = tongban.as("unit-a")
                .bytes("POST", PLATFORM + "/files?slot=product-filing/picture", FilingSteps.pdf(), "image/png");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(415);
    }

    @Test
    @Tag("CO-36")
    void another_units_file_cannot_be_filed(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var theirs = FilingSteps.upload(tongban.as("unit-b"), "picture", FilingSteps.picture(), "image/png");
        var id = steps.complete("线路巡检无人机辛型");
        steps.save(id, "product", steps.product("线路巡检无人机辛型").put("mainPicture", theirs));

        assertThat(steps.submit(id).violations()).containsExactly("/product/mainPicture file-unknown");
    }

    @Test
    @Tag("PF-32")
    void an_expired_patent_and_one_of_another_holder_cannot_be_filed(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        steps.unit.post(OWN + "/patents", Api.json("{'patentNumber': '201120300768.2', 'acquisition': 'original'}"));
        var id = steps.complete("线路巡检无人机壬型");
        var patents = steps.patents();
        FilingSteps.link(patents, steps.patent("201120300768"), true);
        steps.save(id, "patents", patents);

        assertThat(steps.submit(id).violations())
                .containsExactlyInAnyOrder("/patents/2/patentId not-valid", "/patents/2/patentId not-holder");
    }

    @Test
    @Tag("CO-46")
    void a_decision_needs_the_permission_and_the_claim(Tongban tongban) {
        var steps = new FilingSteps(tongban).withPatents();
        var id = steps.complete("线路巡检无人机癸型");
        steps.submit(id);
        var reviewed = steps.claimed(id);
        var decision = PLATFORM + "/reviews/" + reviewed + "/decision";

        var unclaimed = tongban.as("reviewer-2").post(decision, Api.json("{'decision': 'approve'}"));
        assertThat(unclaimed.status()).isEqualTo(409);
        assertThat(unclaimed.code()).isEqualTo("case-not-claimed");
        assertThat(steps.unit
                        .post(decision, Api.json("{'decision': 'approve'}"))
                        .status())
                .isIn(403, 404);
    }
}
