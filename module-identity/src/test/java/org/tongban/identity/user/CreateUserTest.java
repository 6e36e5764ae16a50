package org.tongban.identity.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.Registration;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.identity.IdentityRealms;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What of a user is advised against or refused (ID-12). */
@TongbanTest
@Tag("ID-12")
class CreateUserTest {
    private static CreateUser createUser(Tongban tongban, boolean refusesOwnData) {
        var context = tongban.context();
        return new CreateUser(
                context.getBean(Registration.class),
                context.getBean(Accounts.class),
                context.getBean(HandlerAccountMoves.class),
                context.getBean(BusinessClock.class),
                refusesOwnData);
    }

    private static JsonNode form(Tongban tongban, String password) {
        var terms = tongban.anonymous()
                .get("/api/platform/v1/agreements/" + IdentityRealms.ENROLMENT_TERMS)
                .json();
        return Api.json("""
            {'username': 'haichuan_77', 'password': '%s', 'handlerName': '林小溪', 'handlerIdType': 'resident-id',
             'handlerIdNumber': '330106198803071213', 'phone': '13800000021', 'phoneProof': 'none',
             'agreement': {'id': '%s', 'version': %d}}
            """.formatted(
                password, IdentityRealms.ENROLMENT_TERMS, terms.path("version").asInt()));
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).toList();
    }

    @Test
    void own_data_in_the_password_is_advised_against_unless_the_installation_refuses_it(Tongban tongban) {
        var name = form(tongban, "Lin-Xiaoxi-880307");
        assertThat(codes(createUser(tongban, false)
                        .prepare(name, List.of(), IdentityRealms.HANDLER_REGISTER)
                        .advice()))
                .containsExactly("contains-name", "contains-birth-date");
        var phone = form(tongban, "P-13800000021");
        assertThat(codes(createUser(tongban, false)
                        .prepare(phone, List.of(), IdentityRealms.HANDLER_REGISTER)
                        .advice()))
                .containsExactly("contains-phone");
        assertThat(codes(refused(createUser(tongban, true), name)))
                .containsExactly("contains-name", "contains-birth-date");
        assertThat(codes(refused(createUser(tongban, true), phone))).containsExactly("contains-phone");
    }

    @Test
    void a_form_without_the_agreement_is_refused(Tongban tongban) {
        var refused = catchThrowableOfType(
                DomainException.class,
                () -> createUser(tongban, false)
                        .prepare(
                                form(tongban, "Quiet-Harb-47"), List.of(), IdentityRealms.HANDLER_REGISTER, List.of()));
        assertThat(refused.violations()).extracting(Violation::pointer).containsExactly("/agreement");
    }

    private static List<Violation> refused(CreateUser createUser, JsonNode form) {
        return catchThrowableOfType(
                        DomainException.class,
                        () -> createUser.prepare(form, List.of(), IdentityRealms.HANDLER_REGISTER))
                .violations();
    }
}
