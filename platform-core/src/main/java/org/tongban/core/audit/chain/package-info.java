/** The chain of the audit trail and its check, which need neither the server nor its database (CO-56). */
@NullMarked
package org.tongban.core.audit.chain;

import org.jspecify.annotations.NullMarked;
