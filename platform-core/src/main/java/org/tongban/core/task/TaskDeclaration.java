package org.tongban.core.task;

import java.time.Duration;
import org.tongban.core.module.Title;

/**
 * A task that runs once per cluster (CO-48). Its body is the bean of {@link TaskBody} with the same id.
 *
 * @param id {@code module.noun-verb}
 * @param every the time from the end of a run to the start of the next
 */
public record TaskDeclaration(String id, Title title, Duration every) {}
