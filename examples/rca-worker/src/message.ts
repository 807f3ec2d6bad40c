/** What a queue hands to its consumer: SQS, Kafka, RabbitMQ and pg-boss all have this shape. */
export interface Message {
  readonly body: unknown;
  /** Done: the queue forgets it. */
  ack(): Promise<void>;
  /** Not done: the queue hands it out again later. */
  nack(reason: string): Promise<void>;
}
