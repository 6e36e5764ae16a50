package org.tongban.core.message.inbox;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.Letters;
import org.tongban.core.message.MessageTemplates;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Read;
import org.tongban.core.web.SignedIn;
import org.tongban.core.web.Write;

/** The inbox of the signed-in account (CO-38). */
@Controller("/api/platform/v1/me/messages")
class MyMessagesController {
    private final InboxRepository repository;
    private final MessageTemplates templates;
    private final Letters letters;
    private final AuditTrail audit;
    private final BusinessClock clock;

    MyMessagesController(
            InboxRepository repository,
            MessageTemplates templates,
            Letters letters,
            AuditTrail audit,
            BusinessClock clock) {
        this.repository = repository;
        this.templates = templates;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the account was told, newest first. */
    @Get
    @SignedIn
    @Read
    PageOf<MyMessage> listMyMessages(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @QueryValue(defaultValue = "false") boolean unread,
            @Nullable @QueryValue @Schema(maxLength = 40) String module,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count) {
        var account = caller.account();
        return Keyset.page(
                        Keyset.place(cursor),
                        limit,
                        (edge, most) -> repository.below(account, unread, module, edge, most),
                        (edge, most) -> repository.above(account, unread, module, edge, most),
                        InboxEntry::id,
                        entry -> view(entry, language))
                .counted(count, most -> repository.count(account, unread, module, most));
    }

    /** Marks one message as read; one that is read stays as it is. */
    @Post("/{id}/read")
    @SignedIn
    @Write(action = "platform.message.read", owner = InboxOwnership.class)
    HttpResponse<MyMessage> readMyMessage(Caller caller, UUID id, @Parameter(hidden = true) Language language) {
        repository.read(id, caller.account(), clock.now());
        var entry = repository.find(id, caller.account()).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        return HttpResponse.ok(view(entry, language));
    }

    /** Marks all messages of the account as read. */
    @Status(HttpStatus.NO_CONTENT)
    @Post("/read")
    @SignedIn
    @Write(action = "platform.message.read")
    HttpResponse<Void> readAllMyMessages(Caller caller) {
        var read = repository.readAll(caller.account(), clock.now());
        audit.record("platform/account", caller.account(), Map.of("read", read));
        return HttpResponse.noContent();
    }

    /** In the reader's language where the template has it; as it was written where its module is away. */
    private MyMessage view(InboxEntry entry, Language language) {
        var content = letters.inbox(entry.id(), entry.content());
        var text = templates
                .find(entry.template())
                .filter(template -> content.parameters().keySet().containsAll(template.parameters()))
                .map(template -> template.text(language, content.parameters()))
                .orElse(content.text());
        return new MyMessage(
                entry.id(),
                entry.module(),
                entry.template(),
                text,
                entry.link(),
                entry.createdAt(),
                entry.readAt() != null,
                entry.readAt());
    }
}
