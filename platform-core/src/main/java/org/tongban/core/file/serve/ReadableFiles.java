package org.tongban.core.file.serve;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongban.core.file.FileAccess;
import org.tongban.core.file.FileError;
import org.tongban.core.file.FileRepository;
import org.tongban.core.file.FileState;
import org.tongban.core.file.StoredFile;
import org.tongban.core.web.Caller;
import org.tongban.core.web.DomainException;

/** The files that somebody may read at this moment (CO-36): their own that nothing has taken, and those of records. */
@Singleton
class ReadableFiles {
    private final FileRepository files;
    private final Map<String, FileAccess> access;

    ReadableFiles(FileRepository files, Collection<FileAccess> access) {
        this.files = files;
        this.access =
                access.stream().collect(Collectors.toUnmodifiableMap(FileAccess::recordType, Function.identity()));
    }

    /**
     * The file, in whatever state.
     *
     * @throws DomainException {@link FileError#FILE_NOT_FOUND} where the caller may not read it, but
     *     {@link FileError#FILE_ACCESS_WITHDRAWN} to its uploader, who knows that it is there
     */
    StoredFile readable(UUID id, Caller caller) {
        var file = files.find(id).filter(StoredFile::isThere).orElseThrow(ReadableFiles::absent);
        if (mayRead(file, caller)) {
            return file;
        }
        throw file.uploader().equals(caller.account()) ? DomainException.of(FileError.FILE_ACCESS_WITHDRAWN) : absent();
    }

    /** The same of a clean file; refuses another with {@link FileError#FILE_NOT_CLEAN}. */
    StoredFile usable(UUID id, Caller caller) {
        var file = readable(id, caller);
        if (file.state() != FileState.CLEAN) {
            throw FileError.notClean(file.state());
        }
        return file;
    }

    boolean mayRead(StoredFile file, Caller caller) {
        var record = file.recordId();
        return record == null
                ? file.uploader().equals(caller.account())
                : access(file).stream().anyMatch(by -> by.mayRead(caller, record, file.id()));
    }

    static DomainException absent() {
        return DomainException.of(FileError.FILE_NOT_FOUND);
    }

    /** The file, if anyone may read it. */
    Optional<StoredFile> published(UUID id) {
        return files.find(id).filter(StoredFile::isUsable).filter(file -> {
            var record = file.recordId();
            return record != null && access(file).stream().anyMatch(by -> by.isPublic(record, file.id()));
        });
    }

    private List<FileAccess> access(StoredFile file) {
        var by = file.recordType() == null ? null : access.get(file.recordType());
        return by == null ? List.of() : List.of(by);
    }
}
