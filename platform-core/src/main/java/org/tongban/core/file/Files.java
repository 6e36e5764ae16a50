package org.tongban.core.file;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/**
 * Files as records hold them (CO-36, CO-37): a file belongs to who uploaded it until a record takes it; from then on
 * access follows the record. Used within the transaction of the module. Thread-safe.
 */
@Singleton
public class Files {
    private final FileRepository files;
    private final FileSlots slots;
    private final BusinessClock clock;

    Files(FileRepository files, FileSlots slots, BusinessClock clock) {
        this.files = files;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * Which of the files the record cannot take into a field of this slot, and why, by id; empty where it can take all.
     * Those beyond the slot's count are refused in the order of the set. Each violation points at {@code ""}: the caller
     * puts it under the pointer of the field.
     */
    public Map<UUID, Violation> unattachable(Caller caller, Set<UUID> ids, String slot, RecordRef record) {
        return unattachable(caller.account(), ids, slot, record);
    }

    /**
     * The same for what was uploaded by a proof.
     *
     * @param uploader the account, or the holder that the proof stands for
     */
    public Map<UUID, Violation> unattachable(UUID uploader, Set<UUID> ids, String slot, RecordRef record) {
        return unattachable(uploader, new Field(slot, ids), known(ids), record);
    }

    /** The same of several fields of a record, which are read at once; in their order. */
    public List<Map<UUID, Violation>> unattachable(Caller caller, List<Field> fields, RecordRef record) {
        var known = known(fields.stream()
                .flatMap(field -> field.ids().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        return fields.stream()
                .map(field -> unattachable(caller.account(), field, known, record))
                .toList();
    }

    /**
     * A field of a record.
     *
     * @param ids the files that it names
     */
    public record Field(String slot, Set<UUID> ids) {}

    private Map<UUID, StoredFile> known(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : files.findAll(text(ids)).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    private Map<UUID, Violation> unattachable(
            UUID uploader, Field field, Map<UUID, StoredFile> known, RecordRef record) {
        var violations = new HashMap<UUID, Violation>();
        for (var id : field.ids()) {
            refusal(known.get(id), uploader, field.slot(), record)
                    .ifPresent(violation -> violations.put(id, violation));
        }
        // By field and not by record: several fields of a record may share a slot, each with its own count.
        var most = slots.slot(field.slot()).maxCount();
        field.ids().stream().skip(most).forEach(id -> violations.putIfAbsent(id, tooMany(most)));
        return violations;
    }

    /**
     * For drafts, which leave the rest of what is wrong to the submission: a file that another record holds would go with
     * that one.
     *
     * @param wrong what {@link #unattachable} found, under the pointers of the fields
     * @throws DomainException {@link FileError#FILE_TAKEN} with those that another record holds
     */
    public void refuseTaken(List<Violation> wrong) {
        var taken = wrong.stream()
                .filter(violation -> violation.code().equals(FileError.FILE_TAKEN.code()))
                .toList();
        if (!taken.isEmpty()) {
            throw DomainException.of(FileError.FILE_TAKEN, taken);
        }
    }

    private static Optional<Violation> refusal(
            @Nullable StoredFile file, UUID uploader, String slot, RecordRef record) {
        if (file == null || !(file.isHeldBy(record) || file.uploader().equals(uploader))) {
            return violation("file-unknown", "文件不存在或不属于您。", "There is no such file of yours.");
        }
        if (file.state() != FileState.CLEAN) {
            var title = file.state().title();
            return violation(
                    "file-not-clean",
                    "文件状态：%s，不能使用。".formatted(title.zh()),
                    "The file cannot be used; it stands at: %s.".formatted(title.en()));
        }
        if (!file.isUsable()) {
            return violation("file-expired", "文件已过期，请重新上传。", "The file has expired; upload it again.");
        }
        if (file.recordId() != null && !file.isHeldBy(record)) {
            return violation("file-taken", "文件已用于其他记录，请重新上传。", "Another record holds this file; upload it again.");
        }
        return file.slot().equals(slot)
                ? Optional.empty()
                : violation(
                        "file-other-slot",
                        "文件是为其他用途上传的，请重新上传。",
                        "The file was uploaded for another slot; upload it again.");
    }

    private static Violation tooMany(int most) {
        return new Violation(
                "",
                "too-many-files",
                new Title("文件过多，最多 %d 个。".formatted(most), "Too many files; the most is " + most + "."));
    }

    private static Optional<Violation> violation(String code, String zh, String en) {
        return Optional.of(new Violation("", code, new Title(zh, en)));
    }

    /**
     * Gives the files to the record, which may hold some of them already. To be called after {@link #unattachable}, in
     * the same transaction; refuses with {@link FileError#FILE_NOT_CLEAN} what has not passed its checks, and with
     * {@link FileError#FILE_TAKEN} what was taken or swept in between.
     */
    public void attach(Set<UUID> ids, RecordRef record) {
        if (!ids.isEmpty() && files.updateRecord(text(ids), record.type(), record.id()) != ids.size()) {
            throw files.findAll(text(ids)).stream()
                    .map(StoredFile::state)
                    .filter(state -> state != FileState.CLEAN)
                    .findFirst()
                    .map(FileError::notClean)
                    .orElseGet(() -> DomainException.of(FileError.FILE_TAKEN));
        }
    }

    /** Gives files of a draft back to their uploaders, to be deleted after a day; sealed ones stay with the record. */
    public void release(Set<UUID> ids, RecordRef record) {
        if (!ids.isEmpty()) {
            files.updateToReleased(text(ids), record.type(), record.id(), clock.now());
        }
    }

    /** Makes the files that the record holds immutable: to be called in the transaction of each submission. */
    public void seal(RecordRef record) {
        files.updateToSealed(record.type(), record.id(), clock.now());
    }

    /** Gives up all files of a record that is deleted, sealed or not: nobody has them any more, and the sweep takes them. */
    public void discard(RecordRef record) {
        files.updateToDiscarded(record.type(), record.id(), clock.now());
    }

    private static String[] text(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
