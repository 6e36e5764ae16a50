/** PostgreSQL and an S3-compatible store as one process on loopback, for development and tests. */
@NullMarked
package org.tongban.embedded;

import org.jspecify.annotations.NullMarked;
