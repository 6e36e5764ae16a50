package org.tongban.core.account;

import org.tongban.core.module.Title;

/** A permission: {@code module:action}, with the title that administrators read (CO-28). */
public record Permission(String id, Title title) {}
