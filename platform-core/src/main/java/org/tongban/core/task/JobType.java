package org.tongban.core.task;

import org.tongban.core.module.Title;

/** A kind of long, resumable work: imports, syncs, rounds, exports (CO-75). Its body is the bean of {@link JobBody}. */
public record JobType(String id, Title title) {}
