package org.tongban.core.download;

import java.util.List;
import org.tongban.core.module.Language;

/** What everybody may download today, for pages (CO-34). */
public interface DownloadBoard {
    /** Those with a version in use, by their module and name. */
    List<ShownDownload> shown(Language language);
}
