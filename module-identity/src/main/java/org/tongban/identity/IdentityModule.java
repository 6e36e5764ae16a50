package org.tongban.identity;

import org.tongban.core.module.PlatformModule;

/** Declares the registry of persons, organisations and handlers (ID-1 to ID-13). */
public final class IdentityModule implements PlatformModule {}
