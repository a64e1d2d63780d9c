/** A vendor as nobody wants to have it, in a bundle that the bench builds of this package. */
package org.torg.benchmarks.bad;
