package org.tongban.core.account;

import java.util.Set;
import org.tongban.core.module.Title;

/** A role that an administrator can give to staff: it groups permissions of any module (CO-28). */
public record StaffRole(String id, Title title, Set<String> permissions) {}
