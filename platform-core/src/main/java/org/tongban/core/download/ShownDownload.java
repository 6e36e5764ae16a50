package org.tongban.core.download;

import java.time.LocalDate;

/**
 * A download as everybody sees it, in one language (CO-34).
 *
 * @param module whose it is, by its id
 * @param file the file's name; {@code size} is in bytes
 * @param href where the version in use is at all times
 */
public record ShownDownload(
        String module, String title, String file, long size, int version, LocalDate publishedOn, String href) {}
