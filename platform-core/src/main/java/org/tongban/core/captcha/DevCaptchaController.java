package org.tongban.core.captcha;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;

/** The answers of captchas, for scripts and newcomers; exists in {@code dev} and {@code test} only (CO-25). */
@Hidden
@Controller("/api/platform/v1/dev/captchas")
@Requires(env = {"dev", "test"})
class DevCaptchaController {
    private final Captchas captchas;

    DevCaptchaController(Captchas captchas) {
        this.captchas = captchas;
    }

    @Serdeable
    record Solution(UUID id, String answer) {}

    /** What a request carries as its captcha. */
    @Open
    @Read
    @Get("/{id}")
    Solution devCaptcha(UUID id) {
        return new Solution(id, captchas.answer(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND)));
    }
}
