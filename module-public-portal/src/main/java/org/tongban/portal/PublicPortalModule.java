package org.tongban.portal;

import org.tongban.core.module.PlatformModule;

/** Declares the pages of the public; it adds no table and no rule (PO-1). */
public final class PublicPortalModule implements PlatformModule {}
