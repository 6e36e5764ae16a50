package org.tongban.core.file;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.code.CodeError;
import org.tongban.core.code.Proofs;
import org.tongban.core.file.internal.FileSniffer;
import org.tongban.core.file.internal.Inspection;
import org.tongban.core.file.scan.FileScanner;
import org.tongban.core.file.scan.JudgeFile;
import org.tongban.core.file.scan.ScanVerdict;
import org.tongban.core.file.store.ObjectStore;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;

/**
 * Takes a file for a slot (CO-35): what can be refused from its first bytes is refused before anything is stored; then
 * the intent, the stream into the store and from there to the scanner with no connection held, and the outcome.
 */
@Singleton
public class UploadFile {
    private static final Logger LOG = LoggerFactory.getLogger(UploadFile.class);

    /** How many files that nothing has taken yet one proof has at a time, and one account that is limited so. */
    private static final int LOOSE = 10;

    /** How many more of them may be marked for removal before the first is removed: they fill the store until then. */
    private static final int MARKED = 40;

    private final FileSlots slots;
    private final FileSniffer sniffer;
    private final ObjectStore store;
    private final FileScanner scanner;
    private final JudgeFile judgeFile;
    private final FileRepository files;
    private final Proofs proofs;
    private final Transactions transactions;
    private final BusinessClock clock;
    private final AuditTrail audit;

    UploadFile(
            FileSlots slots,
            FileSniffer sniffer,
            ObjectStore store,
            FileScanner scanner,
            JudgeFile judgeFile,
            FileRepository files,
            Proofs proofs,
            Transactions transactions,
            BusinessClock clock,
            AuditTrail audit) {
        this.slots = slots;
        this.sniffer = sniffer;
        this.store = store;
        this.scanner = scanner;
        this.judgeFile = judgeFile;
        this.files = files;
        this.proofs = proofs;
        this.transactions = transactions;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Stores what the stream holds.
     *
     * @param name the name as the sender wrote it, or null
     * @param announced the type that the sender gives, or null; one that the content is not is refused
     * @param length the announced number of bytes, or {@link ObjectStore#UNKNOWN_LENGTH}
     */
    public StoredFile upload(
            Caller caller,
            String slotId,
            @Nullable String name,
            @Nullable String announced,
            InputStream content,
            long length) {
        return upload(caller.account(), slots.slot(slotId, caller), name, announced, content, length);
    }

    /**
     * The same for who has no account, by the proof of a code that the slot names the purpose of. The file is the
     * proof's until what it is for takes it (CO-35).
     */
    public StoredFile uploadByProof(
            String proof,
            String slotId,
            @Nullable String name,
            @Nullable String announced,
            InputStream content,
            long length) {
        var slot = slots.slot(slotId);
        var holder = Optional.ofNullable(slot.purpose())
                .flatMap(purpose -> proofs.holder(proof, purpose))
                .orElseThrow(() -> DomainException.of(CodeError.PROOF_REFUSED));
        return uploadFew(holder, slot, name, announced, content, length);
    }

    /**
     * The same for an account that may do little else yet: as who has none, it has only a few files at a time that nothing
     * has taken.
     */
    public StoredFile uploadFew(
            Caller caller,
            String slotId,
            @Nullable String name,
            @Nullable String announced,
            InputStream content,
            long length) {
        return uploadFew(caller.account(), slots.slot(slotId, caller), name, announced, content, length);
    }

    private StoredFile uploadFew(
            UUID uploader,
            FileSlot slot,
            @Nullable String name,
            @Nullable String announced,
            InputStream content,
            long length) {
        boolean full = transactions.read(
                () -> files.countLoose(uploader) >= LOOSE || files.countMarkedForRemoval(uploader) >= MARKED);
        if (full) {
            throw DomainException.of(FileError.TOO_MANY_FILES);
        }
        return upload(uploader, slot, name, announced, content, length);
    }

    private StoredFile upload(
            UUID uploader,
            FileSlot slot,
            @Nullable String name,
            @Nullable String announced,
            InputStream content,
            long length) {
        if (length > slot.maxBytes()) {
            throw MeasuredStream.tooLarge(slot);
        }
        var head = head(content, slot);
        var possible = accepted(head, slot);
        SlotRules.refuseLie(announced, possible);
        var id = Ids.next();
        // Random of its own, so that the id that leaves the API does not tell where the bytes lie.
        var key = (slot.personal() ? ObjectStore.SEALED : "files/") + UUID.randomUUID();
        var written = name == null ? "" : name;
        var shown = FileName.of(written, possible.iterator().next()).value();
        transactions.write(() -> {
            files.insertIntent(id, key, slot.id(), uploader, shown, clock.now());
            return id;
        });
        var whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
        var measured = new MeasuredStream(whole, slot, Inspection.of(possible));
        StoredFile file;
        try {
            transfer(key, measured, slot, length);
            var type = SlotRules.accepted(possible, announced, measured.findings(), slot);
            var verdict = scanner.scan(key);
            judgeFile.clear(key, verdict);
            file = transactions.write(() -> complete(id, FileName.of(written, type), type, measured, verdict));
        } catch (RuntimeException refusal) {
            undo(id, key);
            throw refusal;
        }
        return passed(file);
    }

    /** What did not pass is refused when its row is written: staff see what it was. */
    private static StoredFile passed(StoredFile file) {
        return switch (file.state()) {
            case CLEAN, QUARANTINED -> file;
            case INFECTED -> throw DomainException.of(FileError.FILE_INFECTED);
            case REJECTED -> throw DomainException.of(FileError.FILE_NOT_SCANNABLE);
        };
    }

    private static byte[] head(InputStream content, FileSlot slot) {
        try {
            var head = content.readNBytes(FileSniffer.HEAD_BYTES);
            if (head.length == 0) {
                throw DomainException.of(FileError.FILE_EMPTY);
            }
            return head;
        } catch (IOException broken) {
            throw broken(broken, slot);
        }
    }

    /** The types that a file beginning so can be, if the slot takes any of them. */
    private Set<FileType> accepted(byte[] head, FileSlot slot) {
        var possible = sniffer.types(head);
        SlotRules.refuseOthers(possible, sniffer.mediaType(head), slot);
        return possible;
    }

    private void transfer(String key, MeasuredStream measured, FileSlot slot, long length) {
        try {
            store.put(key, measured, length);
        } catch (RefusedUpload refused) {
            throw refused.refusal();
        } catch (IOException broken) {
            throw broken(broken, slot);
        }
        if (length >= 0 && measured.count() != length) {
            throw DomainException.of(FileError.FILE_INCOMPLETE);
        }
        measured.verify();
    }

    private StoredFile complete(UUID id, FileName name, FileType type, MeasuredStream measured, ScanVerdict verdict) {
        var found = measured.findings();
        var stored = files.updateToStored(
                id,
                name.value(),
                type.name(),
                measured.count(),
                measured.sha256(),
                measured.cleaned(),
                found.encrypted(),
                FileListing.text(found.listing()));
        if (stored == 0) {
            // It took so long that the intent has been swept.
            throw DomainException.of(FileError.FILE_INCOMPLETE);
        }
        judgeFile.judge(files.find(id).orElseThrow(), verdict, clock.now());
        var file = files.find(id).orElseThrow();
        var view = FileView.of(file, Language.EN);
        if (file.finding() == null) {
            audit.record(view.auditSubject(), id, view.auditDigest());
        } else {
            audit.recordRefusal(view.auditSubject(), id, view.auditDigest());
        }
        return file;
    }

    /** Leaves nothing behind. Where the store is away the intent stays, so that the sweep finds the object. */
    private void undo(UUID id, String key) {
        try {
            store.delete(key);
            transactions.write(() -> files.delete(id));
        } catch (RuntimeException later) {
            LOG.info("The refused upload {} is left to the sweep: {}", id, later.getMessage());
        }
    }

    /** The server's own limit on a request arrives wrapped, at an unforeseeable depth. */
    private static DomainException broken(IOException failure, FileSlot slot) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentLengthExceededException) {
                return MeasuredStream.tooLarge(slot);
            }
        }
        return DomainException.of(FileError.FILE_INCOMPLETE);
    }
}
