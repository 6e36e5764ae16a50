package org.tongban.core.message;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;

/** The messages that would have reached phones and mailboxes; exists in {@code dev} and {@code test} only (CO-44). */
@Hidden
@Controller("/api/platform/v1/dev/outbox")
@Requires(env = {"dev", "test"})
class DevOutboxController {
    private static final int NEWEST = 100;
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private final MessageRepository repository;
    private final Letters letters;

    DevOutboxController(MessageRepository repository, Letters letters) {
        this.repository = repository;
        this.letters = letters;
    }

    /**
     * A message.
     *
     * @param code the six digits in its text, where it carries a code
     */
    @Serdeable
    record Shown(
            UUID id,
            String template,
            String channel,
            String to,
            String subject,
            String text,
            @Nullable String code,
            String state,
            Instant createdAt,
            @Nullable Instant sentAt) {}

    @Serdeable
    record ShownPage(List<Shown> items) {}

    /** The newest messages first. */
    @Open
    @Read
    @Get
    ShownPage devOutbox() {
        return new ShownPage(repository.newest(NEWEST).stream().map(this::shown).toList());
    }

    private Shown shown(Message message) {
        var content = letters.content(message);
        return new Shown(
                message.id(),
                message.template(),
                message.channel(),
                letters.recipient(message),
                content.subject(),
                content.text(),
                CODE.matcher(content.text())
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse(null),
                message.state(),
                message.createdAt(),
                message.sentAt());
    }
}
