package org.tongban.core.file;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A place that files are uploaded for (CO-35, Fields 9).
 *
 * @param id {@code module/slot}
 * @param maxBytes the largest size accepted, in bytes
 * @param maxCount how many files one field may hold
 * @param permission who may upload for it; null for whoever has signed in
 */
public record FileSlot(
        String id,
        Title title,
        Set<FileType> types,
        long maxBytes,
        int maxCount,
        @Nullable String permission) {
    /** A slot that whoever has signed in may upload for. */
    public FileSlot(String id, Title title, Set<FileType> types, long maxBytes, int maxCount) {
        this(id, title, types, maxBytes, maxCount, null);
    }
}
