package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.Fresh.phone;
import static org.tongban.identity.IdentitySteps.PERSONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentitySteps.Known;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Two accounts of one person become one, once both phones have proved it and an officer agrees (ID-44). */
@TongbanTest
@Tag("ID-44")
class MergeTest {
    private static final String MERGES = PERSONS + "/me/merges";

    private final Tongban tongban;
    private final IdentitySteps steps;
    private final HandlerUsers users;

    MergeTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
        this.users = new HandlerUsers(tongban);
    }

    private String proof(Api api, String phone) {
        steps.forgetCodes();
        return Proofs.ofPhone(tongban, api, IdentityRealms.PERSON, IdentityRealms.PERSON_MERGE, "+86" + phone);
    }

    private static ObjectNode body(String realm, String login, String ownProof, String otherProof) {
        return object().put("realm", realm)
                .put("login", login)
                .put("ownProof", ownProof)
                .put("otherProof", otherProof)
                .put("reason", "先后以身份证和护照注册，均为本人。");
    }

    private ObjectNode body(Api api, Known own, Known other) {
        return body(IdentityRealms.PERSON, other.phone(), proof(api, own.phone()), proof(api, other.phone()));
    }

    private Answer asked(Api api, Known own, Known other) {
        var asked = api.post(MERGES, body(api, own, other));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        return asked;
    }

    private void decide(Answer asked, String decision) {
        steps.decide(asked.json().path("id").asText(), decision);
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asText();
    }

    private void handles(IdentitySteps.Firm firm, Known person) {
        var api = steps.as(firm);
        steps.forgetCodes();
        var linked = steps.link(api, person);
        assertThat(linked.status()).as(linked.toString()).isEqualTo(201);
    }

    @Test
    @Tag("ID-3")
    @Tag("ID-40")
    void the_other_accounts_links_follow_and_it_is_closed() {
        var own = steps.person();
        var other = steps.person();
        var firm = steps.organisation();
        handles(firm, other);
        var api = steps.as(own);
        var person = id(api.get(PERSONS + "/me"));
        var asked = asked(api, own, other);
        assertThat(asked.json().path("state").asText()).isEqualTo("in-review");
        assertThat(api.get(PERSONS + "/me/handler-links").json().path("items")).isEmpty();
        decide(asked, "{'decision': 'approve'}");

        assertThat(api.get(MERGES).json().path("items").findValuesAsText("state"))
                .containsExactly("merged");
        var links = api.get(PERSONS + "/me/handler-links").json().path("items");
        assertThat(links.findValuesAsText("state")).containsExactly("active");
        assertThat(links.findValuesAsText("organisation")).containsExactly(IdentitySteps.nameOf(firm.uscc()));
        var open = steps.as(firm);
        assertThat(open.get(PLATFORM + "/me/cases").status()).isEqualTo(200);
        // What the organisation does now is done by the person that stays (ID-41).
        assertThat(open.get(PLATFORM + "/me").json().path("person").asText()).isEqualTo(person);
        var organisation = UUID.fromString(id(open.get(IdentitySteps.ORGANISATIONS + "/me")));
        assertThat(users.directory().standing(organisation).handlers()).containsExactly(UUID.fromString(person));
        assertThat(steps.stored.events(person))
                .last()
                .satisfies(told ->
                        assertThat(told).startsWith("identity.persons-merged").contains(person));

        assertThat(steps.signIn(IdentityRealms.PERSON, other.phone()).code()).isEqualTo("sign-in-failed");
        steps.forgetCodes();
        var again = steps.personForm(other.phone(), steps.personProof(other.phone()), idNumber());
        assertThat(tongban.anonymous().post(PERSONS, again).code()).isEqualTo("phone-taken");
        var fresh = phone();
        var same = steps.personForm(fresh, steps.personProof(fresh), other.idNumber());
        assertThat(tongban.anonymous().post(PERSONS, same).code()).isEqualTo("id-number-taken");
        var closing = api.post(PLATFORM + "/me/closure", object().put("password", IdentitySteps.PASSWORD));
        assertThat(closing.code()).isEqualTo("open-business");
        for (var told : List.of(own.phone(), other.phone())) {
            assertThat(messagesTo(told)).anyMatch(text -> text.contains("账号已合并"));
        }
    }

    private List<String> messagesTo(String phone) {
        var texts = new ArrayList<String>();
        for (var message : tongban.outbox()) {
            if (message.path("to").asText().equals("+86" + phone)) {
                texts.add(message.path("text").asText());
            }
        }
        return texts;
    }

    @Test
    void the_officer_sees_both_masked_and_the_trail_has_before_and_after() {
        var own = steps.person();
        var other = steps.person();
        var asked = asked(steps.as(own), own, other);
        var reviewer = tongban.as("identity-reviewer");
        var found = reviewer.get(PLATFORM + "/reviews?limit=100").json().path("items");
        for (var item : found) {
            if (item.path("subject").asText().equals(id(asked))) {
                var shown =
                        reviewer.get(PLATFORM + "/reviews/" + item.path("id").asText());
                assertThat(shown.text())
                        .contains(own.name(), other.name())
                        .doesNotContain(own.phone(), other.phone(), own.idNumber(), other.idNumber());
            }
        }
        decide(asked, "{'decision': 'approve'}");
        assertThat(steps.stored.trail(id(asked)))
                .last()
                .satisfies(digest -> assertThat(digest)
                        .contains("before", "after", "closed")
                        .doesNotContain(own.phone(), other.phone()));
    }

    @Test
    void a_merge_that_is_rejected_leaves_everything_and_may_be_asked_for_again() {
        var own = steps.person();
        var other = steps.person();
        var firm = steps.organisation();
        handles(firm, other);
        var api = steps.as(own);
        decide(asked(api, own, other), "{'decision': 'reject', 'reason': '两个账号不是同一人。'}");
        var shown = api.get(MERGES).json().path("items").path(0);
        assertThat(shown.path("state").asText()).isEqualTo("rejected");
        assertThat(shown.path("decision").asText()).isEqualTo("两个账号不是同一人。");
        assertThat(steps.as(other).get(PERSONS + "/me/handler-links").json().path("items"))
                .hasSize(1);
        assertThat(api.get(PERSONS + "/me/handler-links").json().path("items")).isEmpty();
        assertThat(messagesTo(other.phone())).anyMatch(text -> text.contains("未通过"));
        asked(api, own, other);
    }

    @Test
    void a_phone_that_is_not_proved_or_not_the_accounts_own_merges_nothing() {
        var own = steps.person();
        var other = steps.person();
        var api = steps.as(own);
        var stranger = proof(api, phone());
        assertThat(api.post(MERGES, body("person", other.phone(), proof(api, own.phone()), stranger))
                        .code())
                .isEqualTo("merge-account-unknown");
        assertThat(api.post(MERGES, body("person", other.phone(), stranger, proof(api, other.phone())))
                        .violations())
                .containsExactly("/ownProof proof-refused");
        var once = proof(api, own.phone());
        assertThat(api.post(MERGES, body("person", other.phone(), once, once)).violations())
                .containsExactly("/otherProof proof-refused");
        var elsewhere = proof(steps.as(other), other.phone());
        assertThat(api.post(MERGES, body("person", other.phone(), proof(api, own.phone()), elsewhere))
                        .violations())
                .containsExactly("/otherProof proof-refused");
        var purpose = steps.personProof(phone());
        assertThat(api.post(MERGES, body("person", other.phone(), proof(api, own.phone()), purpose))
                        .violations())
                .containsExactly("/otherProof proof-refused");
        assertThat(api.get(MERGES).json().path("items")).isEmpty();
    }

    @Test
    void an_account_is_not_merged_with_itself() {
        var own = steps.person();
        var api = steps.as(own);
        var same = body("person", own.phone(), proof(api, own.phone()), proof(api, own.phone()));
        assertThat(api.post(MERGES, same).code()).isEqualTo("merge-same-account");
    }

    @Test
    void while_it_is_looked_at_neither_is_merged_again_nor_linked_nor_closed() {
        var own = steps.person();
        var other = steps.person();
        var third = steps.person();
        var api = steps.as(own);
        var asked = asked(api, own, other);
        assertThat(api.post(MERGES, body(api, own, third)).code()).isEqualTo("merge-in-review");
        var crossing = steps.as(other);
        assertThat(crossing.post(MERGES, body(crossing, other, own)).code()).isEqualTo("merge-in-review");
        var firm = steps.as(steps.organisation());
        steps.forgetCodes();
        assertThat(steps.link(firm, other).code()).isEqualTo("merge-in-review");
        var closing = crossing.post(PLATFORM + "/me/closure", object().put("password", IdentitySteps.PASSWORD));
        assertThat(closing.code()).isEqualTo("open-business");
        decide(asked, "{'decision': 'reject', 'reason': '不是同一人。'}");
        steps.forgetCodes();
        assertThat(steps.link(firm, other).status()).isEqualTo(201);
    }

    @Test
    @Tag("ID-7")
    void two_handlers_of_two_organisations_do_not_become_one() {
        var own = steps.person();
        var other = steps.person();
        handles(steps.organisation(), own);
        handles(steps.organisation(), other);
        var api = steps.as(own);
        assertThat(api.post(MERGES, body(api, own, other)).code()).isEqualTo("merge-two-handlers");
        assertThat(api.get(MERGES).json().path("items")).isEmpty();
    }

    @Test
    void of_two_merges_that_cross_one_is_begun() throws Exception {
        var one = steps.person();
        var two = steps.person();
        var first = steps.as(one);
        var second = steps.as(two);
        var forth = body(first, one, two);
        var back = body(second, two, one);
        Callable<Answer> there = () -> first.post(MERGES, forth);
        Callable<Answer> here = () -> second.post(MERGES, back);
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(List.of(there, here))) {
                var got = answer.get();
                outcomes.add(got.status() == 201 ? "begun" : got.code());
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder("begun", "merge-in-review");
    }

    @Test
    @Tag("ID-20")
    void accounts_of_a_handler_follow_the_person_and_stay() {
        var own = steps.person();
        var unit = users.unit();
        var user = users.user(unit);
        var api = steps.as(own);
        var person = UUID.fromString(id(api.get(PERSONS + "/me")));
        var unknown = body("handler", user.username(), proof(api, own.phone()), proof(api, phone()));
        assertThat(api.post(MERGES, unknown).code()).isEqualTo("merge-account-unknown");
        var asked =
                api.post(MERGES, body("handler", user.username(), proof(api, own.phone()), proof(api, user.phone())));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        decide(asked, "{'decision': 'approve'}");
        var followed = users.accounts().find(user.account()).orElseThrow();
        assertThat(followed.person()).isEqualTo(person);
        assertThat(followed.isActive()).isTrue();
        assertThat(users.directory().standing(unit.id()).handlers()).containsExactly(person);
        assertThat(steps.signIn(IdentityRealms.HANDLER, user.username()).status())
                .isEqualTo(201);
        var again = body("handler", user.username(), proof(api, own.phone()), proof(api, user.phone()));
        assertThat(api.post(MERGES, again).code()).isIn("merge-same-account", "merge-account-unknown");
    }
}
