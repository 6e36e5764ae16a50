package org.tongban.filing.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.UnitSteps.JOINING;
import static org.tongban.filing.UnitSteps.ME;
import static org.tongban.filing.UnitSteps.OWN;
import static org.tongban.filing.UnitSteps.PLATFORM;
import static org.tongban.filing.UnitSteps.inbox;
import static org.tongban.filing.UnitSteps.save;
import static org.tongban.filing.UnitSteps.submit;
import static org.tongban.filing.UnitSteps.uscc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.UnitSteps;
import org.tongban.filing.UnitSteps.Member;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** An organisation that signed in elsewhere comes in without registering again (ID-41). */
@TongbanTest
@Tag("ID-41")
class EnterUnitTest {
    private final UnitSteps steps;
    private final Tongban tongban;

    EnterUnitTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new UnitSteps(tongban);
    }

    @Test
    @Tag("PF-7")
    void the_first_call_makes_the_unit_and_the_gate_of_the_programme_remains() {
        var code = uscc();
        var acting = steps.acting(steps.organisation(code));
        assertThat(acting.api().get(OWN + "/products").code()).isEqualTo("verification-required");
        var unit = acting.api().get(ME).json();
        assertThat(unit.path("state").asText()).isEqualTo("unverified");
        assertThat(unit.path("uscc").asText()).isEqualTo(code);
        assertThat(unit.path("joined").asBoolean()).isTrue();
        assertThat(acting.api().post(JOINING + "/codes").code()).isEqualTo("already-joined");
        assertThat(acting.api().get(PLATFORM + "/me").json().path("permissions").toString())
                .contains(ProductFilingModule.OWN);
    }

    @Test
    void of_first_calls_at_once_all_get_the_one_unit() throws Exception {
        var organisation = steps.organisation(uscc());
        var acting = steps.acting(organisation);
        var start = new CountDownLatch(1);
        var units = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> call = () -> {
                start.await();
                return acting.api().get(ME).json().path("id").asText();
            };
            var sent = IntStream.range(0, 8).mapToObj(i -> threads.submit(call)).toList();
            start.countDown();
            for (var answer : sent) {
                units.add(answer.get());
            }
        }
        assertThat(units).hasSize(1).doesNotContain("");
    }

    @Test
    void who_acts_for_nobody_is_not_let_in() {
        var acting = steps.acting(steps.organisation(uscc()));
        tongban.context().getBean(Accounts.class).actForNobody(acting.id());
        UnitSteps.awaitRefused(acting.api());
        assertThat(steps.again(acting).get(ME).code()).isEqualTo("forbidden");
    }

    private static ObjectNode proof(String proof) {
        return JsonNodeFactory.instance.objectNode().put("proof", proof);
    }

    private String proofOf(Api caller, Member holder) {
        var sent = caller.post(JOINING + "/codes");
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        assertThat(sent.text())
                .doesNotContain("****")
                .doesNotContain(holder.phone().substring(10));
        return Proofs.proof(tongban, caller, sent.json().path("id").asText(), holder.phone());
    }

    @Test
    @Tag("CO-25")
    void a_unit_that_has_an_account_here_is_joined_by_a_code_to_its_phone() {
        var organisation = steps.organisation(uscc());
        var first = steps.verified(organisation);
        var product = first.api().post(OWN + "/products").json().path("id").asText();
        var acting = steps.acting(organisation).api();
        for (var path : new String[] {ME, OWN + "/products", OWN + "/products/" + product, OWN + "/patents"}) {
            var refused = acting.get(path);
            assertThat(refused.code()).as(path).isEqualTo("unit-exists");
            assertThat(refused.json().path("link").asText()).isEqualTo(JOINING);
            assertThat(refused.text()).doesNotContain("****").doesNotContain(first.phone());
        }
        assertThat(overview(acting)).isEmpty();
        var joined = acting.post(JOINING, proof(proofOf(acting, first)));
        assertThat(joined.status()).as(joined.toString()).isEqualTo(200);
        assertThat(joined.json().path("state").asText()).isEqualTo("verified");
        assertThat(acting.get(OWN + "/products/" + product).status()).isEqualTo(200);
        var next = first.api().post(OWN + "/products").json().path("id").asText();
        assertThat(overview(acting)).contains(next);
        assertThat(overview(first.api())).contains(next, product);
        assertThat(acting.post(JOINING, proof("again")).code()).isEqualTo("already-joined");
    }

    @Test
    @Tag("CO-25")
    void wrong_foreign_and_forged_proofs_join_nothing() {
        var organisation = steps.organisation(uscc());
        var first = steps.verified(organisation);
        var acting = steps.acting(organisation);
        var sent = acting.api().post(JOINING + "/codes").json().path("id").asText();
        var right = tongban.codeSentTo(first.phone());
        var wrong = right.equals("000000") ? "000001" : "000000";
        assertThat(acting.api()
                        .post(
                                PLATFORM + "/codes/" + sent + "/verification",
                                JsonNodeFactory.instance.objectNode().put("code", wrong))
                        .code())
                .isEqualTo("code-wrong");
        assertThat(acting.api().post(JOINING, proof("forged")).code()).isEqualTo("proof-refused");
        var own = Proofs.ofPhone(
                tongban, acting.api(), ProductFilingModule.REALM, ProductFilingModule.JOIN, "+8613655500001");
        assertThat(acting.api().post(JOINING, proof(own)).code()).isEqualTo("proof-refused");
        var other = steps.acting(steps.organisation(uscc()));
        var elsewhere = Proofs.proof(tongban, acting.api(), sent, first.phone());
        assertThat(other.api().post(JOINING, proof(elsewhere)).code()).isEqualTo("already-joined");
        var colleague = steps.acting(organisation);
        assertThat(colleague.api().post(JOINING, proof(elsewhere)).code()).isEqualTo("proof-refused");
        assertThat(acting.api().get(ME).code()).isEqualTo("unit-exists");
        assertThat(steps.newcomer().api().post(JOINING + "/codes").status()).isEqualTo(404);
        assertThat(acting.api().post(JOINING, proof(elsewhere)).status()).isEqualTo(200);
        assertThat(colleague.api().get(ME).status()).isEqualTo(200);
    }

    @Test
    @Tag("CO-38")
    @Tag("PF-7")
    void it_verifies_as_what_it_is_and_who_acted_is_told() {
        var code = uscc();
        var acting = steps.acting(steps.organisation(code));
        save(acting.api(), steps.document(acting.api(), uscc()).put("name", "另一个单位"));
        assertThat(submit(acting.api(), false).violations())
                .containsExactlyInAnyOrder("/uscc other-organisation", "/name other-organisation");
        var id = steps.pending(acting.api(), code, false);
        steps.decide(id, "{'decision': 'return', 'reason': '证照不清晰'}");
        assertThat(inbox(acting.api())).contains("您提交的单位实名认证信息未通过审核：证照不清晰。请修改后重新提交。");
        assertThat(submit(acting.api(), false).status()).isEqualTo(200);
        steps.approve(id);
        assertThat(inbox(acting.api())).contains("您提交的单位实名认证信息已审核通过");
        assertThat(acting.api().get(ME).json().path("state").asText()).isEqualTo("verified");
        var draft = acting.api().post(OWN + "/products");
        assertThat(draft.status()).isEqualTo(201);
        assertThat(overview(acting.api())).contains(draft.json().path("id").asText());
    }

    private static List<String> overview(Api by) {
        return by.get(PLATFORM + "/me/overview?limit=100").json().path("items").findValuesAsText("id");
    }
}
