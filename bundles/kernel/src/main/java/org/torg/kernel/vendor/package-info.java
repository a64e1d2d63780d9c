/** The vendors that are here, the guard in front of their code, and their parameters. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.vendor;
