package org.tongban.core.captcha;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import java.util.function.Supplier;
import org.tongban.core.task.CpuBound;
import org.tongban.core.web.Audited;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** Captchas in their two forms (CO-25). Who can read neither picture nor recording asks for a code by e-mail instead. */
@Controller(CaptchaController.PATH)
class CaptchaController {
    static final String PATH = "/api/platform/v1/captchas";
    private static final String PICTURE = "image/png";
    private static final String AUDIO = "audio/wav";

    private final Captchas captchas;
    private final CpuBound cpuBound;

    CaptchaController(Captchas captchas, CpuBound cpuBound) {
        this.captchas = captchas;
        this.cpuBound = cpuBound;
    }

    /**
     * A captcha that waits for its answer.
     *
     * @param picture where its picture is
     * @param audio where its recording is, which says the same
     * @param expiresIn seconds until no answer is taken any more
     */
    @Serdeable
    record NewCaptcha(
            UUID id,

            @Schema(example = "/api/platform/v1/captchas/019a9f3c-7a10-7000-8000-000000000001/picture")
            String picture,

            @Schema(example = "/api/platform/v1/captchas/019a9f3c-7a10-7000-8000-000000000001/audio")
            String audio,

            @Schema(example = "120") long expiresIn)
            implements Audited {
        @Override
        public String auditSubject() {
            return "platform/captcha";
        }

        @Override
        public UUID auditId() {
            return id;
        }
    }

    /** Makes a captcha; another one is had by asking again. */
    @Status(HttpStatus.CREATED)
    @Post
    @Open
    @Write(action = "platform.captcha.create", idempotent = false)
    HttpResponse<NewCaptcha> createCaptcha() {
        var id = captchas.create();
        return HttpResponse.created(
                new NewCaptcha(id, Captchas.picture(id), Captchas.audio(id), Captchas.LIFETIME.toSeconds()));
    }

    /** Six digits to be read. */
    @Open
    @Get(value = "/{id}/picture", produces = PICTURE)
    @Refuses({"not-found", "overloaded"})
    HttpResponse<byte[]> captchaPicture(UUID id) {
        var digits = digits(id);
        return made(PICTURE, () -> CaptchaPicture.draw(digits, captchas.seed(id)));
    }

    /** The same six digits, spoken in English over noise. */
    @Open
    @Get(value = "/{id}/audio", produces = AUDIO)
    @Refuses({"not-found", "overloaded"})
    HttpResponse<byte[]> captchaAudio(UUID id) {
        var digits = digits(id);
        return made(AUDIO, () -> CaptchaAudio.speak(digits, captchas.seed(id)));
    }

    private String digits(UUID id) {
        return captchas.answer(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private HttpResponse<byte[]> made(String type, Supplier<byte[]> work) {
        return HttpResponse.ok(cpuBound.run(work::get)).header("Content-Type", type);
    }
}
