package org.tongban.core.file.serve;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Transactions;

/** Serves a file to whoever may read it at this moment (CO-36). To be called with no connection held. */
@Singleton
public class ServeFile {
    private static final String FOR_THE_READER = "private, no-cache";

    private final ReadableFiles files;
    private final FileContent contents;
    private final Transactions transactions;

    ServeFile(ReadableFiles files, FileContent contents, Transactions transactions) {
        this.files = files;
        this.contents = contents;
        this.transactions = transactions;
    }

    /** The file's bytes, or the part of them that the request asks for. */
    public HttpResponse<?> serve(HttpRequest<?> request, Caller caller, UUID id) {
        var file = transactions.read(() -> files.usable(id, caller));
        return contents.serve(request, file, FOR_THE_READER);
    }
}
