package org.tongban.core.audit;

import org.tongban.core.module.Title;

/** A kind of audited action, {@code module.noun.verb} (CO-55). */
public record AuditAction(String id, Title title) {}
