package org.tongban.core.file;

import org.tongban.core.module.Title;

/** A file that staff of a module publish: blanks, tables, guides (CO-34). */
public record Download(String id, Title title) {}
