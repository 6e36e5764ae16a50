package org.tongban.core.account;

import org.tongban.core.module.Title;

/** An agreement that a module asks people to accept (CO-33). */
public record Agreement(String id, Title title) {}
