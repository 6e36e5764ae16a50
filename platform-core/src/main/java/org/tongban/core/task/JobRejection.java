package org.tongban.core.task;

import org.tongban.core.module.Title;

/**
 * An item that a job left out.
 *
 * @param line its line in the input, from 1
 * @param content the item, cut short; personal data masked
 * @param reason a stable code
 */
public record JobRejection(long line, String content, String reason, Title message) {
    private static final int LONGEST_CONTENT = 200;

    public JobRejection {
        if (content.codePointCount(0, content.length()) > LONGEST_CONTENT) {
            content = content.substring(0, content.offsetByCodePoints(0, LONGEST_CONTENT)) + "…";
        }
    }
}
