package org.tongban.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.code.Codes.Verdict;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.TrialModule;

/** A proof is used up by the transaction that succeeds, for what it was begun for (CO-25). */
@TongbanTest
@Tag("CO-25")
class ProofsTest {
    private static <T> T bean(Class<T> type) {
        return Tongban.running().context().getBean(type);
    }

    private static String proof(Target to, @Nullable UUID session) {
        var sent = Requests.from(
                "192.0.2.20", () -> bean(Codes.class).send(CodePurposes.REGISTER, TrialModule.REALM, to, session));
        var address = to.text().replaceFirst("^[a-z]+:", "");
        var verdict = bean(Codes.class).verify(sent.id(), Tongban.running().codeSentTo(address), session);
        assertThat(verdict).isInstanceOf(Verdict.Right.class);
        assertThat(verdict.toString()).as("what a log would show").isEqualTo("Right[…]");
        return ((Verdict.Right) verdict).proof();
    }

    private static Target.Phone phone() {
        return new Target.Phone("+86" + CodesTest.phone());
    }

    /** What the proof proves; empty where it is refused. */
    private static Optional<Target> consumed(String proof, String purpose, String realm, @Nullable UUID session) {
        try {
            return Optional.of(bean(Transactions.class)
                    .write(() -> bean(Proofs.class).consume(proof, purpose, realm, session, "/phoneProof")));
        } catch (DomainException refused) {
            assertThat(refused.code()).isEqualTo(CodeError.PROOF_REFUSED);
            assertThat(refused.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/phoneProof"));
            return Optional.empty();
        }
    }

    private static Optional<Target> consumed(String proof) {
        return consumed(proof, CodePurposes.REGISTER, TrialModule.REALM, null);
    }

    @Test
    void says_once_who_was_reached() {
        var phone = phone();
        var proof = proof(phone, null);
        assertThat(consumed(proof)).contains(phone);
        assertThat(consumed(proof)).isEmpty();
        var email = new Target.Email("wang" + UUID.randomUUID() + "@example.org");
        assertThat(consumed(proof(email, null))).contains(email);
    }

    @Test
    void is_kept_by_a_form_that_is_refused() {
        var phone = phone();
        var proof = proof(phone, null);
        try {
            bean(Transactions.class).write(() -> {
                bean(Proofs.class).consume(proof, CodePurposes.REGISTER, TrialModule.REALM, null);
                throw DomainException.of(CoreError.CONFLICT);
            });
        } catch (DomainException refused) {
            assertThat(refused.code()).isEqualTo(CoreError.CONFLICT);
        }
        assertThat(consumed(proof)).contains(phone);
    }

    @Test
    @Tag("RL-9")
    void of_twenty_forms_at_once_one_has_it() throws Exception {
        var proof = proof(phone(), null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var forms = new ArrayList<Future<Optional<Target>>>();
            for (int i = 0; i < 20; i++) {
                forms.add(threads.submit(() -> consumed(proof)));
            }
            int taken = 0;
            for (var form : forms) {
                taken += form.get().isPresent() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void is_good_for_its_purpose_realm_and_session_alone() {
        var session = UUID.randomUUID();
        var phone = phone();
        var proof = proof(phone, session);
        assertThat(consumed(proof, CodePurposes.SIGN_IN, TrialModule.REALM, session))
                .isEmpty();
        assertThat(consumed(proof, CodePurposes.REGISTER, "staff", session)).isEmpty();
        assertThat(consumed(proof, CodePurposes.REGISTER, TrialModule.REALM, UUID.randomUUID()))
                .isEmpty();
        assertThat(consumed(proof)).isEmpty();
        assertThat(consumed("nothing", CodePurposes.REGISTER, TrialModule.REALM, session))
                .isEmpty();
        assertThat(consumed(proof, CodePurposes.REGISTER, TrialModule.REALM, session))
                .contains(phone);
    }

    @Test
    void is_over_after_fifteen_minutes(Tongban tongban) {
        var phone = phone();
        var early = proof(phone, null);
        tongban.letCodesAge(Duration.ofMinutes(14));
        assertThat(consumed(early)).contains(phone);
        var late = proof(phone(), null);
        tongban.letCodesAge(Duration.ofMinutes(16));
        assertThat(consumed(late)).isEmpty();
    }

    @Test
    void is_used_up_in_a_transaction_or_not_at_all() {
        var phone = phone();
        var proof = proof(phone, null);
        assertThatIllegalStateException()
                .isThrownBy(() -> bean(Proofs.class).consume(proof, CodePurposes.REGISTER, TrialModule.REALM, null));
        assertThat(consumed(proof)).contains(phone);
    }
}
