package org.tongban.sme;

import org.tongban.core.module.PlatformModule;

/** Declares the support of small and medium enterprises (SM-1 to SM-25). */
public final class SmeModule implements PlatformModule {}
