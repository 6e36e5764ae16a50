package org.tongban.core.file.serve;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.file.FileSlots;
import org.tongban.core.file.StoredFile;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Transactions;

/** Serves a file to whoever may read it at this moment (CO-36), and records who read a person's identity (CO-55). To be called with no connection held. */
@Singleton
public class ServeFile {
    /** The action under which a read of a person's identity is recorded. */
    public static final String READ_IDENTITY = "platform.file.read-identity";

    private static final String FOR_THE_READER = "private, no-cache";

    private final ReadableFiles files;
    private final FileContent contents;
    private final FileSlots slots;
    private final AuditTrail audit;
    private final Transactions transactions;

    ServeFile(ReadableFiles files, FileContent contents, FileSlots slots, AuditTrail audit, Transactions transactions) {
        this.files = files;
        this.contents = contents;
        this.slots = slots;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Whether the caller may read a file at this moment; joins the transaction under way. */
    public boolean mayRead(Caller caller, StoredFile file) {
        return files.mayRead(file, caller);
    }

    /** The file's bytes, or the part of them that the request asks for. */
    public HttpResponse<?> serve(HttpRequest<?> request, Caller caller, UUID id) {
        var file = transactions.read(() -> files.usable(id, caller));
        if (slots.slot(file.slot()).personal()) {
            transactions.write(() -> {
                audit.recordReading(READ_IDENTITY, "platform/file", id, Map.of("slot", file.slot()));
                return id;
            });
        }
        return contents.serve(request, file, FOR_THE_READER);
    }
}
