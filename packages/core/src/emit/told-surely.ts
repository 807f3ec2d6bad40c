/** For what is told in the middle of the work: it goes on where whoever is told fails, as a logger that cannot be loaded. */
export const toldSurely =
  <News>(tell: (news: News) => void, onError: (error: unknown) => void) =>
  (news: News): void => {
    try {
      tell(news);
    } catch (error) {
      onError(error);
    }
  };
