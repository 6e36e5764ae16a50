package org.tongban.identity.credential;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Authenticated;
import org.tongban.core.web.Checked;
import org.tongban.core.web.ClientCaller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;
import org.tongban.identity.IdentityError;

/** Organisations sign in by a credential, and its provider revokes it (ID-15). */
@Controller("/api/identity/v1")
class CredentialController {
    private final OpenCredentialSession openCredentialSession;
    private final CredentialSessions credentials;
    private final AuditTrail audit;

    CredentialController(
            OpenCredentialSession openCredentialSession, CredentialSessions credentials, AuditTrail audit) {
        this.openCredentialSession = openCredentialSession;
        this.credentials = credentials;
        this.audit = audit;
    }

    /**
     * Signs an organisation in by what a provider has signed of its credential. The token decides on handlers and their
     * accounts, and is not renewed.
     */
    @Status(HttpStatus.CREATED)
    @Post("/credential-sessions")
    @Open
    @Write(action = "identity.credential.sign-in", idempotent = false, phases = Phases.TWO)
    @Refuses("credential-refused")
    HttpResponse<OpenedView> openCredentialSession(@Body @Checked AssertionBody body) {
        return openCredentialSession
                .open(body.assertion())
                .map(opened -> HttpResponse.created(new OpenedView(
                        opened.brief().token(),
                        "Bearer",
                        opened.brief().expiresIn(),
                        opened.organisation().id(),
                        opened.organisation().name(),
                        opened.approves())))
                .orElseThrow(() -> DomainException.of(IdentityError.CREDENTIAL_REFUSED));
    }

    /** Revokes a serial of the calling provider's; its sessions end within a second. */
    @Status(HttpStatus.NO_CONTENT)
    @Post("/credential-revocations")
    @Permitted(CredentialDeclarations.PROVIDE)
    @Write(action = "identity.credential.revoke")
    HttpResponse<Void> revokeCredential(Authenticated caller, @Body @Checked Revocation body) {
        if (!(caller instanceof ClientCaller client)) {
            throw DomainException.of(CoreError.FORBIDDEN);
        }
        var serial = body.serial().strip().toUpperCase(Locale.ROOT);
        boolean held = credentials.revoke(client.client(), serial);
        audit.record("identity/credential", client.client(), Map.of("serial", serial, "held", held));
        return HttpResponse.noContent();
    }

    /** What the provider has signed, as JWS in compact form. */
    @Serdeable
    @Schema(name = "CredentialAssertion")
    record AssertionBody(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 4096,
                    example =
                            "eyJ0eXAiOiJvcmdhbmlzYXRpb24tY3JlZGVudGlhbCtqd3QiLCJhbGciOiJFUzI1NiJ9.eyJpc3MiOiIwIn0.c2ln")
            String assertion) {
        @Override
        public String toString() {
            return "AssertionBody[…]";
        }
    }

    /** The certificate or licence that holds no longer. */
    @Serdeable
    @Schema(name = "CredentialRevocation")
    record Revocation(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 64,
                    pattern = "^[\\x21-\\x7e]+$",
                    example = "4A3F00B2")
            String serial) {}

    /**
     * A session that a credential has opened.
     *
     * @param expiresIn seconds until it ends
     * @param organisation the id
     * @param approves whether it may approve applications too: the provider has named the holder
     */
    @Serdeable
    @Schema(name = "CredentialSession")
    record OpenedView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl")
            String accessToken,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Bearer")
            String tokenType,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "900")
            long expiresIn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID organisation,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "海川智能装备有限公司")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean approves) {
        @Override
        public String toString() {
            return "OpenedView[…]";
        }
    }
}
