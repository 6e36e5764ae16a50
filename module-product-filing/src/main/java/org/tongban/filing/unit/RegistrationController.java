package org.tongban.filing.unit;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.NewRegistration;
import org.tongban.core.account.Registration;
import org.tongban.core.agreement.AcceptedAgreement;
import org.tongban.core.form.Forms;
import org.tongban.core.module.Language;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.filing.ProductFilingModule;

/** Units open their accounts (PF-1); what they may do before they are verified is next to nothing (PF-7). */
@Controller("/api/product-filing/v1/registrations")
class RegistrationController {
    private final Registration registration;
    private final Forms forms;
    private final Transactions transactions;
    private final AuditTrail audit;

    RegistrationController(Registration registration, Forms forms, Transactions transactions, AuditTrail audit) {
        this.registration = registration;
        this.forms = forms;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Open
    @Write(action = "product-filing.unit.register", idempotent = false, phases = Phases.TWO)
    @Operation(summary = "注册备案单位账号", description = "表单 product-filing/unit-registration@1；须先以短信验证码（用途 register）取得手机凭据。")
    @Refuses({
        "registration-refused",
        "proof-refused",
        "login-taken",
        "phone-taken",
        "agreements-not-accepted",
        "overloaded"
    })
    HttpResponse<Registered> registerUnit(
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = ProductFilingModule.REGISTRATION_FORM) JsonNode document) {
        var wrong = forms.submit(ProductFilingModule.REGISTRATION_FORM).check(document);
        var prepared = registration.prepare(read(document), wrong);
        var advice = prepared.advice().stream()
                .map(violation -> violation.message().in(language))
                .toList();
        return transactions.write(() -> {
            var account = registration.complete(prepared);
            audit.record("platform/account", account.id(), Map.of("realm", account.realm()));
            return HttpResponse.created(
                    new Registered(account.id(), document.path("username").asText(), advice));
        });
    }

    private static NewRegistration read(JsonNode document) {
        var agreement = document.path("agreement");
        return new NewRegistration(
                        ProductFilingModule.REALM,
                        text(document, "username"),
                        document.path("phoneProof").asText(),
                        text(document, "email"),
                        document.path("password").asText(),
                        agreement.isMissingNode()
                                ? List.of()
                                : List.of(new AcceptedAgreement(
                                        agreement.path("id").asText(),
                                        agreement.path("version").asInt())))
                .withPhone(document.path("phone").asText())
                .withOneAgreement();
    }

    private static @Nullable String text(JsonNode document, String field) {
        return document.has(field) ? document.path(field).asText() : null;
    }

    /**
     * The account that was opened.
     *
     * @param advice what had better not stand in the password, in the language asked for
     */
    @Serdeable
    record Registered(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID account,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "专利用户01")
            String username,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> advice) {}
}
