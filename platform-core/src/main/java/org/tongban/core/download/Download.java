package org.tongban.core.download;

import org.tongban.core.module.Title;

/**
 * A place for a file that staff of a module publish, version after version: a blank, a table, a guide (CO-34). Forms point
 * to it by {@code x-download}.
 *
 * @param id {@code module/download}
 */
public record Download(String id, Title title) {
    String module() {
        return id.substring(0, id.indexOf('/'));
    }

    String name() {
        return id.substring(id.indexOf('/') + 1);
    }

    /** Where the version in use is at all times. */
    public String href() {
        return DownloadController.PATH + "/" + id + "/file";
    }
}
