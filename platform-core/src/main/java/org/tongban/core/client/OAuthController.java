package org.tongban.core.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.tongban.core.web.Checked;
import org.tongban.core.web.FormFields;
import org.tongban.core.web.Open;
import org.tongban.core.web.Write;
import org.tongban.core.web.Write.Phases;

/** The endpoints of OAuth 2.0 by which clients get and end tokens (CO-27); they authenticate the client themselves. */
@Controller
class OAuthController {
    private final ClientTokens tokens;

    OAuthController(ClientTokens tokens) {
        this.tokens = tokens;
    }

    /** Gives a client a token of its own. It proves who it is by its secret (HTTP Basic) or an assertion it signed. */
    @Open
    @Write(action = "platform.client.token", idempotent = false, phases = Phases.TWO)
    @Post(uri = OAuth.TOKEN, consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<TokenAnswer> issueClientToken(@Body @Checked(fields = "tokenRequest") FormFields body) {
        var issued = tokens.issue(body);
        var token = issued.token();
        return HttpResponse.ok(new TokenAnswer(token.value(), "Bearer", token.expiresIn(), issued.scope()))
                .header(HttpHeaders.PRAGMA, "no-cache");
    }

    /** Ends a token of the client's before its time; also where there is nothing to end. */
    @Open
    @Write(action = "platform.client.revoke", idempotent = false, phases = Phases.TWO)
    @Post(uri = OAuth.REVOKE, consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<Void> revokeToken(@Body @Checked(fields = "revocationRequest") FormFields body) {
        tokens.revoke(body);
        return HttpResponse.ok();
    }

    /** A token as RFC 6749 has it. */
    @Serdeable
    record TokenAnswer(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl")
            @JsonProperty("access_token")
            String accessToken,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Bearer") @JsonProperty("token_type")
            String tokenType,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "900") @JsonProperty("expires_in")
            long expiresIn,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "platform:operate")
            String scope) {
        @Override
        public String toString() {
            return "TokenAnswer[…]";
        }
    }
}
