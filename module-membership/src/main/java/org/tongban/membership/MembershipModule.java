package org.tongban.membership;

import org.tongban.core.module.PlatformModule;

/** Declares the membership of an association (MB-1 to MB-21). */
public final class MembershipModule implements PlatformModule {}
