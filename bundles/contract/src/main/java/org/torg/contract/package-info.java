/**
 * What must be true of a vendor's code and of what it answers: the kernel asks it of every bundle and every answer, the test
 * kit of a bundle that is being written. A build-time library: inlined where it is used.
 */
@org.jspecify.annotations.NullMarked
package org.torg.contract;
