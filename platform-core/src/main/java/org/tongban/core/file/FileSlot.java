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
 * @param purpose what a code is asked for whose proof lets somebody without an account upload for it; null where an
 *     account is needed
 * @param personal whether its files show identity documents: the platform alone serves them, the store never (CO-58)
 * @param minWidth how many pixels wide a picture is at least; 0 where it does not matter
 * @param minHeight how many pixels high a picture is at least; 0 where it does not matter
 */
public record FileSlot(
        String id,
        Title title,
        Set<FileType> types,
        long maxBytes,
        int maxCount,
        @Nullable String permission,
        @Nullable String purpose,
        boolean personal,
        int minWidth,
        int minHeight) {
    /** A slot that those with a permission may upload for. */
    public FileSlot(
            String id, Title title, Set<FileType> types, long maxBytes, int maxCount, @Nullable String permission) {
        this(id, title, types, maxBytes, maxCount, permission, null, false, 0, 0);
    }

    /** A slot that whoever has signed in may upload for. */
    public FileSlot(String id, Title title, Set<FileType> types, long maxBytes, int maxCount) {
        this(id, title, types, maxBytes, maxCount, null);
    }

    /** The same, open too for who has no account but the proof of a code asked for with this purpose. */
    public FileSlot withProofOf(String codePurpose) {
        return new FileSlot(
                id, title, types, maxBytes, maxCount, permission, codePurpose, personal, minWidth, minHeight);
    }

    /** The same, for images of identity documents: no address at the store is ever given for one. */
    public FileSlot withIdentityDocuments() {
        return new FileSlot(id, title, types, maxBytes, maxCount, permission, purpose, true, minWidth, minHeight);
    }

    /** The same, with another largest size. */
    public FileSlot withMaxBytes(long most) {
        return new FileSlot(id, title, types, most, maxCount, permission, purpose, personal, minWidth, minHeight);
    }

    /** The same, for pictures of at least this size in pixels (CO-36). */
    public FileSlot withPixels(int width, int height) {
        return new FileSlot(id, title, types, maxBytes, maxCount, permission, purpose, personal, width, height);
    }
}
