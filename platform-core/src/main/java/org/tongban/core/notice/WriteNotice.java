package org.tongban.core.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Permission;
import org.tongban.core.audit.Changes;
import org.tongban.core.file.Files;
import org.tongban.core.file.RecordRef;
import org.tongban.core.module.CoreModule;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Title;
import org.tongban.core.notice.NoticeViews.NewNotice;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;

/** Writes notices, publishes what another has written, and takes notices back (CO-34b). */
@Singleton
class WriteNotice {
    private final NoticeRepository repository;
    private final Notices notices;
    private final Files files;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final Set<String> permissions;

    WriteNotice(
            NoticeRepository repository,
            Notices notices,
            Files files,
            BusinessClock clock,
            AuditTrail audit,
            ModuleRegistry modules) {
        this.repository = repository;
        this.notices = notices;
        this.files = files;
        this.clock = clock;
        this.audit = audit;
        this.permissions = modules.<Permission>all(PlatformModule::permissions).stream()
                .map(Permission::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    NoticeRow write(Caller caller, NewNotice body) {
        var id = Ids.next();
        var row = row(id, caller, body);
        mayWrite(caller, row.module());
        take(caller, row, Set.of());
        repository.insert(row);
        return row;
    }

    NoticeRow change(Caller caller, UUID id, NewNotice body) {
        var before = found(caller, id);
        if (before.at() != NoticeState.DRAFT) {
            throw illegal(before, NoticeState.DRAFT);
        }
        var row = row(id, caller, body);
        if (!row.module().equals(before.module())) {
            throw invalid("/module", "changed", "公告所属业务不能更改", "A notice stays with its module");
        }
        take(caller, row, Set.copyOf(before.fileIds()));
        repository.change(row);
        var after = repository.find(id).orElseThrow();
        audit.record(NoticeAccess.RECORD, id, changes(before, after));
        return after;
    }

    NoticeRow publish(Caller caller, UUID id) {
        var row = found(caller, id);
        if (row.at() != NoticeState.DRAFT) {
            throw illegal(row, NoticeState.PUBLISHED);
        }
        // Who wrote it last: then two people have seen the text that is published.
        if (row.writtenBy().equals(caller.account())) {
            throw DomainException.of(NoticeError.OWN_NOTICE);
        }
        if (row.shownUntil() != null && row.shownUntil().isBefore(clock.today())) {
            throw DomainException.of(NoticeError.NOTICE_OVER);
        }
        files.seal(new RecordRef(NoticeAccess.RECORD, id));
        repository.publish(id, caller.account(), clock.now());
        return repository.find(id).orElseThrow();
    }

    NoticeRow withdraw(Caller caller, UUID id) {
        var row = found(caller, id);
        if (row.at() == NoticeState.WITHDRAWN) {
            throw illegal(row, NoticeState.WITHDRAWN);
        }
        repository.withdraw(id, clock.now());
        return repository.find(id).orElseThrow();
    }

    /** Short texts as they are, the long ones by their hash. */
    private static Map<String, Object> changes(NoticeRow before, NoticeRow after) {
        return Changes.ofDocument(document(before), document(after), JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode document(NoticeRow row) {
        var files = JsonNodeFactory.instance.arrayNode();
        row.fileIds().forEach(file -> files.add(file.toString()));
        var until = row.shownUntil();
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("titleZh", row.titleZh())
                .put("textZh", row.textZh())
                .put("shownFrom", row.shownFrom().toString())
                .put("pinned", row.pinned())
                .put("question", row.question());
        if (row.titleEn() != null && row.textEn() != null) {
            document.put("titleEn", row.titleEn()).put("textEn", row.textEn());
        }
        if (until != null) {
            document.put("shownUntil", until.toString());
        }
        return files.isEmpty() ? document : document.set("files", files);
    }

    private NoticeRow found(Caller caller, UUID id) {
        var row = repository.find(id).orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        mayWrite(caller, row.module());
        return row;
    }

    /** Where a module declares a permission for its notices, it is needed too. */
    private void mayWrite(Caller caller, String module) {
        var own = module + ":notices";
        if (!own.equals(CoreModule.NOTICES) && permissions.contains(own) && !caller.may(own)) {
            throw DomainException.of(CoreError.FORBIDDEN);
        }
    }

    private void take(Caller caller, NoticeRow row, Set<UUID> before) {
        var record = new RecordRef(NoticeAccess.RECORD, row.id());
        var wanted = new LinkedHashSet<>(row.fileIds());
        var refused = files.unattachable(caller, wanted, CoreModule.NOTICE_FILES, record).entrySet().stream()
                .map(entry -> entry.getValue().under("/files/" + row.fileIds().indexOf(entry.getKey())))
                .toList();
        if (!refused.isEmpty()) {
            throw DomainException.of(NoticeError.NOTICE_REFUSED, refused);
        }
        files.attach(wanted, record);
        var left = new LinkedHashSet<>(before);
        left.removeAll(wanted);
        files.release(left, record);
    }

    private NoticeRow row(UUID id, Caller caller, NewNotice body) {
        var violations = new ArrayList<Violation>();
        if (notices.title(body.module(), Language.ZH).isEmpty()) {
            violations.add(violation("/module", "unknown-module", "没有这项业务", "There is no such module"));
        }
        var from = day(body.shownFrom(), "/shownFrom", violations);
        var until = body.shownUntil() == null ? null : day(body.shownUntil(), "/shownUntil", violations);
        if (violations.stream().noneMatch(wrong -> wrong.code().equals("date"))
                && until != null
                && until.isBefore(from)) {
            violations.add(
                    violation("/shownUntil", "before-begin", "结束日期早于开始日期", "The last day lies before the first"));
        }
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        return row(id, caller, body, from, until);
    }

    private NoticeRow row(UUID id, Caller caller, NewNotice body, LocalDate from, @Nullable LocalDate until) {
        var en = body.en();
        var named = body.files() == null ? List.<UUID>of() : body.files();
        return new NoticeRow(
                id,
                body.module(),
                body.zh().title().strip(),
                body.zh().text().strip(),
                en == null ? null : en.title().strip(),
                en == null ? null : en.text().strip(),
                from,
                until,
                body.pinned(),
                Boolean.TRUE.equals(body.question()),
                named.stream().distinct().map(UUID::toString).collect(Collectors.joining(" ")),
                NoticeState.DRAFT.code(),
                caller.account(),
                clock.now(),
                null,
                null,
                null,
                1);
    }

    /** The pattern lets the thirtieth of February pass. */
    private static LocalDate day(String text, String pointer, List<Violation> violations) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            violations.add(violation(pointer, "date", "没有这一天", "There is no such day"));
            return LocalDate.EPOCH;
        }
    }

    private static Violation violation(String pointer, String code, String zh, String en) {
        return new Violation(pointer, code, new Title(zh, en));
    }

    private static DomainException invalid(String pointer, String code, String zh, String en) {
        return DomainException.of(CoreError.INVALID_INPUT, List.of(violation(pointer, code, zh, en)));
    }

    private static DomainException illegal(NoticeRow row, NoticeState to) {
        return DomainException.of(CoreError.ILLEGAL_MOVE)
                .with("state", row.state())
                .with("wanted", to.code());
    }
}
