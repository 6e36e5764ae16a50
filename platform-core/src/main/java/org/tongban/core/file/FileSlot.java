package org.tongban.core.file;

import java.util.Set;
import org.tongban.core.module.Title;

/**
 * A place that files are uploaded for (CO-35, Fields 9).
 *
 * @param id {@code module/slot}
 * @param maxBytes the largest size accepted, in bytes
 * @param maxCount how many files a record may hold in it
 */
public record FileSlot(String id, Title title, Set<FileType> types, long maxBytes, int maxCount) {}
