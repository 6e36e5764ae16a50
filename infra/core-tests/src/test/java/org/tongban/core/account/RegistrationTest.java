package org.tongban.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.code.CodeError;
import org.tongban.core.web.DomainException;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** People open accounts for themselves, by the proof of a phone (CO-20, PF-1). */
@TongbanTest
@Tag("CO-20")
@Tag("PF-1")
class RegistrationTest {
    private static NewRegistration registration(
            @Nullable String username, String proof, @Nullable String email, String password) {
        return new NewRegistration(TrialModule.REACHABLE, username, proof, email, password, List.of());
    }

    private static String username() {
        return "n" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String proof(Tongban tongban, String phone) {
        return Proofs.ofPhone(tongban, tongban.anonymous(), TrialModule.REACHABLE, "register", phone);
    }

    private static Registration registration(Tongban tongban) {
        return tongban.context().getBean(Registration.class);
    }

    private static DomainException refused(Tongban tongban, NewRegistration form) {
        return catchThrowableOfType(
                DomainException.class, () -> registration(tongban).register(form));
    }

    private static List<String> violations(DomainException refused) {
        return refused.violations().stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }

    @Test
    void who_registers_signs_in_by_name_and_phone_but_not_by_an_address_that_is_not_confirmed(Tongban tongban) {
        var phone = People.phone();
        var name = "专利" + username();
        var address = username() + "@example.org";
        var account =
                registration(tongban).register(registration(name, proof(tongban, phone), address, People.PASSWORD));
        assertThat(account.mustChangePassword()).isFalse();
        assertThat(People.signIn(tongban, TrialModule.REACHABLE, name, People.PASSWORD)
                        .status())
                .isEqualTo(201);
        assertThat(People.signIn(tongban, TrialModule.REACHABLE, phone, People.PASSWORD)
                        .status())
                .isEqualTo(201);
        assertThat(People.signIn(tongban, TrialModule.REACHABLE, address, People.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(tongban.context().getBean(Contacts.class).email(account.id()))
                .contains(address);
    }

    @Test
    @Tag("CO-21")
    void everything_wrong_with_a_registration_is_said_at_once(Tongban tongban) {
        var refused = refused(tongban, registration("a b", "no proof", "nobody", "abc"));
        assertThat(refused.code()).isEqualTo(AccountError.REGISTRATION_REFUSED);
        assertThat(violations(refused))
                .containsExactlyInAnyOrder(
                        "/username username-rule", "/email shape", "/password too-short", "/password too-few-classes");
        assertThat(violations(refused(tongban, registration("1234567", "no proof", null, People.PASSWORD))))
                .containsExactly("/username username-rule");
        assertThat(violations(refused(tongban, registration(null, "no proof", null, People.PASSWORD))))
                .containsExactly("/username required");
    }

    @Test
    @Tag("RL-10")
    void that_a_name_or_a_phone_is_taken_is_told_behind_the_proof_only(Tongban tongban) {
        var phone = People.phone();
        var taken = People.reachable(tongban, phone);
        assertThat(refused(tongban, registration(taken.login(), "no proof", null, People.PASSWORD))
                        .code())
                .isEqualTo(CodeError.PROOF_REFUSED);
        var proof = proof(tongban, People.phone());
        assertThat(refused(tongban, registration(taken.login(), proof, null, People.PASSWORD))
                        .code())
                .isEqualTo(AccountError.LOGIN_TAKEN);
        assertThat(refused(tongban, registration(username(), proof(tongban, phone), null, People.PASSWORD))
                        .code())
                .isEqualTo(AccountError.PHONE_TAKEN);
        // A refused form keeps its proof.
        assertThat(registration(tongban).register(registration(username(), proof, null, People.PASSWORD)))
                .isNotNull();
    }

    @Test
    @Tag("RL-9")
    void one_proof_makes_one_account_however_many_ask_at_once(Tongban tongban) throws Exception {
        var proof = proof(tongban, People.phone());
        var made = new ArrayList<Boolean>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < 10; i++) {
                futures.add(threads.submit(() -> {
                    try {
                        registration(tongban).register(registration(username(), proof, null, People.PASSWORD));
                        return true;
                    } catch (DomainException refused) {
                        assertThat(refused.code()).isIn(CodeError.PROOF_REFUSED, AccountError.PHONE_TAKEN);
                        return false;
                    }
                }));
            }
            for (var future : futures) {
                made.add(future.get());
            }
        }
        assertThat(made.stream().filter(yes -> yes)).hasSize(1);
    }
}
