/** Clients of OAuth 2.0, say portals: their administration, their tokens, and how they prove who they are (CO-27). */
@NullMarked
package org.tongban.core.client;

import org.jspecify.annotations.NullMarked;
