package org.tongban.core.notice;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.FileRepository;
import org.tongban.core.module.InstalledModules.Installed;
import org.tongban.core.module.Language;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.notice.ShownNotice.Attachment;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** The notices of the database. */
@Singleton
class Notices implements NoticeBoard {
    private static final String FILES = "/api/platform/v1/public/files/";

    private final NoticeRepository repository;
    private final FileRepository files;
    private final ModuleRegistry modules;
    private final BusinessClock clock;
    private final Transactions transactions;

    Notices(
            NoticeRepository repository,
            FileRepository files,
            ModuleRegistry modules,
            BusinessClock clock,
            Transactions transactions) {
        this.repository = repository;
        this.files = files;
        this.modules = modules;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public List<ShownNotice> shown(Language language, @Nullable UUID after, int most) {
        return transactions.read(() -> repository.shown(clock.today(), false, null, after, most).stream()
                .map(row -> shown(row, language))
                .toList());
    }

    @Override
    public List<ShownNotice> questions(Language language, int most) {
        return transactions.read(() -> repository.shown(clock.today(), true, null, null, most).stream()
                .map(row -> shown(row, language))
                .toList());
    }

    @Override
    public Optional<ShownNotice> find(UUID id, Language language) {
        return transactions.read(() ->
                repository.find(id).filter(row -> row.isShown(clock.today())).map(row -> shown(row, language)));
    }

    ShownNotice shown(NoticeRow row, Language language) {
        return new ShownNotice(
                row.id(),
                row.module(),
                title(row.module(), language).orElse(row.module()),
                row.title(language),
                row.text(language),
                row.shownFrom(),
                row.pinned(),
                attachments(row.fileIds()),
                row.version());
    }

    /** What a module is called, where it is installed. */
    Optional<String> title(String module, Language language) {
        return Stream.concat(modules.modules().stream(), modules.disabled().stream())
                .map(Installed::descriptor)
                .filter(one -> one.id().equals(module))
                .map(one -> one.title().in(language))
                .findFirst();
    }

    List<Attachment> attachments(List<UUID> ids) {
        var texts = ids.stream().map(UUID::toString).toArray(String[]::new);
        return texts.length == 0
                ? List.of()
                : files.findAll(texts).stream()
                        .map(file ->
                                new Attachment(file.name(), FILES + file.id(), file.size() == null ? 0 : file.size()))
                        .toList();
    }
}
