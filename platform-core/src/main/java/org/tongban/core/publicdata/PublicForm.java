package org.tongban.core.publicdata;

import org.tongban.core.module.Title;

/** A form that anyone may fill in without an account (CO-30, PO-4). */
public record PublicForm(String form, Title title) {}
